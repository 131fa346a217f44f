#include "pipeline/column_changes.hpp"

#include "base/edit_distance.hpp"
#include "exports/dialect.hpp"
#include "pipeline/look/heading_match.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

namespace joinedup {

namespace {

class HeaderComparison {
public:
  HeaderComparison(const SurveyHeader& before, const SurveyHeader& after) : before_(before), after_(after) {}

  std::vector<Change> run() {
    compare_file();
    compare_columns();
    return std::move(out_);
  }

private:
  void add(std::string kind, std::string subject, std::string what) {
    out_.push_back({std::move(kind), std::move(subject), std::move(what), true});
  }

  void compare_file() {
    if (before_.tool.id != after_.tool.id) {
      const auto name = [](const SurveyTool& t) { return t.id.empty() || t.id == "csv" ? "no known tool" : t.name; };
      add("tool", "", fmt::format("was of {}, is of {}", name(before_.tool), name(after_.tool)));
    }
    const Dialect &x = before_.dialect, &y = after_.dialect;
    if (x.container != y.container)
      add("dialect", "",
          fmt::format("was {}, is {}", x.container.empty() ? "text" : x.container,
                      y.container.empty() ? "text" : y.container));
    if (x.encoding != y.encoding) add("dialect", "", fmt::format("was {}, is {}", x.encoding, y.encoding));
    if (x.delimiter != y.delimiter)
      add("dialect", "",
          fmt::format("fields were parted by {}, are by {}", delimiter_words(x.delimiter),
                      delimiter_words(y.delimiter)));
    if (before_.tool.header_rows != after_.tool.header_rows)
      add("dialect", "",
          fmt::format("rows of headings were {}, are {}", before_.tool.header_rows, after_.tool.header_rows));
  }

  using Columns = std::map<std::string, std::uint32_t>; ///< name -> number

  static Columns columns_of(const SurveyHeader& header) {
    Columns out;
    for (std::uint32_t c = 0; c < header.headings.size(); ++c) {
      const std::string name = column_name(header.headings, c);
      if (!name.empty()) out[name] = c;
    }
    return out;
  }

  static const ColumnInfo& info(const SurveyHeader& header, std::uint32_t c) {
    static const ColumnInfo none;
    return c < header.columns.size() ? header.columns[c] : none;
  }

  void compare_columns() {
    Columns old = columns_of(before_), now = columns_of(after_);
    Columns gone, came;
    for (const auto& [name, c] : old)
      if (!now.contains(name)) gone[name] = c;
    for (const auto& [name, c] : now)
      if (!old.contains(name)) came[name] = c;
    pair_renamed(gone, came);
    for (const auto& [c, name] : by_number(gone))
      add("column", name, "is gone");
    for (const auto& [c, name] : by_number(came))
      add("column", name, "is new");
    for (const auto& [c, name] : by_number(now)) {
      if (const auto same = old.find(name); same != old.end()) compare_info(name, same->second, c);
    }
  }

  static std::map<std::uint32_t, std::string> by_number(const Columns& columns) {
    std::map<std::uint32_t, std::string> out;
    for (const auto& [name, c] : columns)
      out[c] = name;
    return out;
  }

  /// The one column of `came` that is this one under another name.
  std::optional<std::string> new_name(std::uint32_t c, const std::string& name, const Columns& came) const {
    const ColumnInfo& was = info(before_, c);
    std::optional<std::string> found;
    for (const auto& [other, n] : came) {
      const ColumnInfo& is = info(after_, n);
      const bool same = (!was.tool_code.empty() && was.tool_code == is.tool_code) ||
                        (!was.text.empty() && was.text == is.text) || (c == n && edit_distance(name, other) <= 2);
      if (!same) continue;
      if (found) return std::nullopt;
      found = other;
    }
    return found;
  }

  void pair_renamed(Columns& gone, Columns& came) {
    for (const auto& [c, name] : by_number(gone)) {
      const auto other = new_name(c, name, came);
      if (!other) continue;
      add("column", name, fmt::format("is now called {}", *other));
      compare_info(*other, c, came[*other]);
      gone.erase(name);
      came.erase(*other);
    }
  }

  void compare_info(const std::string& name, std::uint32_t old, std::uint32_t now) {
    const ColumnInfo &x = info(before_, old), &y = info(after_, now);
    if (x.text != y.text && !x.text.empty() && !y.text.empty()) add("text", name, "its question text changed");
    if (x.labels == y.labels) return;
    std::size_t changed = 0;
    for (const auto& [cell, label] : y.labels) {
      const auto same = x.labels.find(cell);
      changed += same == x.labels.end() || same->second != label ? 1U : 0U;
    }
    for (const auto& [cell, label] : x.labels)
      changed += y.labels.contains(cell) ? 0U : 1U;
    add("labels", name, fmt::format("{} of its value labels changed", changed));
  }

  const SurveyHeader &before_, &after_;
  std::vector<Change> out_;
};

} // namespace

std::vector<Change> header_changes(const SurveyHeader& before, const SurveyHeader& after) {
  return HeaderComparison(before, after).run();
}

} // namespace joinedup
