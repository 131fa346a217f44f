#include "definitions/area_table.hpp"

#include "base/csv_table.hpp"
#include "base/edit_distance.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

namespace joinedup {

namespace {

constexpr double z95 = 1.959963984540054; // normal quantile of 0.975
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// What official statistics write where a figure is hidden, not calculable or not there.
constexpr std::array<std::string_view, 17> marks{"",    "*",   "-",   ":",   ".",     "..", "c",   "x",           "z",
                                                 "[c]", "[x]", "[z]", "[u]", "[low]", "na", "n/a", "\xe2\x80\x93"};

/// "1,234" as people write it; nothing else with commas is a number.
std::optional<double> number_of(const std::string& cell) {
  std::string plain;
  std::size_t digits = 0;
  bool grouped = false, good = true, whole_part = true;
  for (const char c : cell) {
    if (c == ',') {
      good = good && whole_part && (grouped ? digits == 3 : digits >= 1 && digits <= 3);
      grouped = true;
      digits = 0;
      continue;
    }
    if (c == '.' && whole_part) {
      good = good && (!grouped || digits == 3);
      whole_part = false;
    }
    if (whole_part && c >= '0' && c <= '9') ++digits;
    plain += c;
  }
  if (grouped && whole_part) good = good && digits == 3;
  return good ? parse_number(plain) : std::nullopt;
}

/// A line of text above or below the table, such as its source: one cell without quotes, and nothing beside it.
bool is_note(std::string_view line) {
  const std::size_t text = line.find_last_not_of(",\r");
  const std::size_t comma = line.find_first_of(",\"");
  return text != std::string_view::npos && comma != std::string_view::npos && comma > text &&
         line.find(",,", comma) == comma;
}

/// Without the first lines and lines of notes, which stay as empty ones so that places in the file are right.
std::string without_notes(std::string_view text, int skip) {
  std::string out;
  for (int line = 0; !text.empty(); ++line) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    const std::string_view one = text.substr(0, end);
    if (line < skip || is_note(one.substr(0, one.find('\n'))))
      out += one.ends_with('\n') ? "\n" : "";
    else
      out += one;
    text.remove_prefix(end);
  }
  return out;
}

class Reader {
public:
  Reader(const CsvTable& table, const AreaTable& spec, Diagnostics& diagnostics)
      : table_(table), spec_(spec), diagnostics_(diagnostics) {}

  std::vector<AreaTableRow> run() {
    area_ = column(spec_.area);
    value_ = optional_column(spec_.counts() ? "" : spec_.value);
    se_ = optional_column(spec_.se);
    lower_ = optional_column(spec_.lower);
    upper_ = optional_column(spec_.upper);
    n_ = optional_column(spec_.n);
    numerator_ = columns(spec_.numerator);
    denominator_ = columns(spec_.denominator);
    group_ = optional_column(spec_.group);
    standard_ = optional_column(spec_.standard);
    for (const auto& [heading, cells] : spec_.rows)
      kept_.emplace_back(column(heading), &cells);
    if (diagnostics_.has_errors()) return {};
    for (const CsvRow& row : table_.rows) {
      if (is_kept(row)) add(row);
    }
    if (rows_kept_ == 0) nothing_kept();
    if (group_) look_at_groups();
    return std::move(out_);
  }

private:
  std::optional<std::size_t> column(const std::string& heading) {
    const auto found = table_.column(heading);
    if (!found)
      diagnostics_.error("J508", {table_.file, table_.header.line, 0, ""}, fmt::format("no column \"{}\"", heading),
                         suggestion(heading, table_.header.cells));
    return found;
  }
  std::optional<std::size_t> optional_column(const std::string& heading) {
    return heading.empty() ? std::nullopt : column(heading);
  }
  std::vector<std::size_t> columns(const std::vector<std::string>& headings) {
    std::vector<std::size_t> out;
    for (const std::string& heading : headings) {
      if (const auto found = column(heading)) out.push_back(*found);
    }
    return out;
  }

  bool is_kept(const CsvRow& row) const {
    return std::all_of(kept_.begin(), kept_.end(), [&](const auto& rule) {
      const auto& [at, cells] = rule;
      return std::find(cells->begin(), cells->end(), row.cells[*at]) != cells->end();
    });
  }

  void nothing_kept() {
    if (spec_.rows.empty()) {
      diagnostics_.error("J508", {table_.file, table_.header.line, 0, ""}, "no rows, expected a row for each area");
      return;
    }
    for (const auto& [at, cells] : kept_) {
      std::set<std::string> found;
      for (const CsvRow& row : table_.rows)
        found.insert(row.cells[*at]);
      const bool held = std::any_of(cells->begin(), cells->end(), [&](const auto& c) { return found.contains(c); });
      if (held) continue;
      diagnostics_.error("J508", {table_.file, 0, 0, table_.header.cells[*at]},
                         fmt::format("no row has {} in \"{}\"", join(*cells, " or "), table_.header.cells[*at]),
                         suggestion(cells->front(), std::vector<std::string>(found.begin(), found.end())));
    }
    if (!diagnostics_.has_errors())
      diagnostics_.error("J508", {table_.file, 0, 0, ""}, "no row has all that \"rows\" of the indicator asks for");
  }

  /// NaN for a mark; anything else that is no number is a fault.
  double figure(const CsvRow& row, std::size_t at) {
    const std::string& cell = row.cells[at];
    const std::string word = lower(cell);
    if (std::find(marks.begin(), marks.end(), word) != marks.end()) return nan;
    if (std::find(spec_.missing.begin(), spec_.missing.end(), cell) != spec_.missing.end()) return nan;
    if (const auto number = number_of(cell)) return *number;
    fault(row, at, fmt::format("\"{}\" is no number, expected one with a decimal point, or a mark such as *", cell),
          "say in \"missing\" of the indicator which other cells hold no figure");
    return nan;
  }

  void fault(const CsvRow& row, std::size_t at, std::string message, std::string hint = {}) {
    diagnostics_.error("J508", table_.where(row, at), std::move(message), std::move(hint));
  }

  double sum(const CsvRow& row, const std::vector<std::size_t>& columns) {
    double out = 0;
    for (const std::size_t at : columns) {
      const double part = figure(row, at);
      if (part < 0)
        fault(row, at, fmt::format("{} is below 0, expected a count", row.cells[at]),
              "say in \"missing\" of the indicator when it stands for a hidden figure");
      out += part;
    }
    return out;
  }

  void add(const CsvRow& row) {
    ++rows_kept_;
    AreaTableRow out;
    out.code = row.cells[*area_];
    out.where = table_.where(row, *area_);
    if (out.code.empty()) return leave_out(row);
    if (spec_.counts())
      add_counts(row, out);
    else
      add_value(row, out);
    if (group_) add_group(row, out);
    out_.push_back(std::move(out));
  }

  void leave_out(const CsvRow& row) {
    const std::vector<std::size_t> figures = spec_.counts() ? denominator_ : std::vector<std::size_t>{*value_};
    if (std::any_of(figures.begin(), figures.end(), [&](std::size_t at) { return number_of(row.cells[at]); }))
      diagnostics_.warning("J654", table_.where(row, *area_), "figures without an area: the row is left out",
                           "a total needs no code when the whole is made of the areas");
  }

  void add_counts(const CsvRow& row, AreaTableRow& out) {
    out.numerator = sum(row, numerator_);
    out.denominator = sum(row, denominator_);
    if (spec_.kind == TableKind::proportion && out.numerator > out.denominator)
      fault(row, numerator_.front(),
            fmt::format("{} of {}, expected no more than all", shortest(out.numerator), shortest(out.denominator)),
            "a proportion counts people among those asked; for others use \"kind\": \"rate\"");
    else if (out.denominator == 0 && out.numerator > 0)
      fault(row, denominator_.front(),
            fmt::format("{} of nobody, expected a denominator above 0", shortest(out.numerator)));
  }

  /// The standard population is one for all areas, so each group has one figure of it.
  void add_group(const CsvRow& row, AreaTableRow& out) {
    out.group = row.cells[*group_];
    if (out.group.empty()) return fault(row, *group_, "no group, expected one such as an age band");
    if (!seen_.insert(out.code + '\n' + out.group).second)
      return fault(row, *group_,
                   fmt::format("{} of {} stands twice, expected one row an area and group", out.group, out.code),
                   "\"rows\" of the indicator can keep one year or sex");
    if (!standard_) {
      standards_.emplace(out.group, 0);
      return;
    }
    out.standard = figure(row, *standard_);
    if (!(out.standard >= 0))
      return fault(row, *standard_, "no standard population, expected a number of people for each group");
    const double first = standards_.emplace(out.group, out.standard).first->second;
    if (first != out.standard)
      fault(row, *standard_,
            fmt::format("{} people of the standard population in {}, and {} in a row above", shortest(out.standard),
                        out.group, shortest(first)),
            "one standard population serves all areas");
  }

  /// An area without one of the groups would be standardised over fewer of them, which is another measure.
  void look_at_groups() {
    std::map<std::string, std::size_t> groups;
    for (const AreaTableRow& row : out_)
      if (!row.group.empty()) ++groups[row.code];
    for (const AreaTableRow& row : out_) {
      const auto found = groups.find(row.code);
      if (found == groups.end() || found->second >= standards_.size()) continue;
      diagnostics_.error(
          "J508", row.where,
          fmt::format("{} has {} of {} groups, expected a row for each", row.code, found->second, standards_.size()),
          "a group without events has the numerator 0");
      groups.erase(found);
    }
  }

  void add_value(const CsvRow& row, AreaTableRow& out) {
    if (!seen_.insert(out.code).second)
      return fault(row, *area_, fmt::format("{} stands twice, expected one row an area", out.code),
                   "\"rows\" of the indicator can keep one year or group");
    out.value = figure(row, *value_);
    if (spec_.exact) out.se = 0;
    if (se_) out.se = figure(row, *se_);
    if (lower_ && upper_) {
      const double low = figure(row, *lower_), high = figure(row, *upper_);
      if (low > out.value || high < out.value)
        fault(row, *lower_,
              fmt::format("limits {} to {} do not hold the value {}", row.cells[*lower_], row.cells[*upper_],
                          row.cells[*value_]));
      out.se = (high - low) / (2 * z95);
    }
    if (out.se < 0) fault(row, *se_, fmt::format("standard error {}, expected 0 or more", row.cells[*se_]));
    if (!n_) return;
    const double people = figure(row, *n_);
    if (people < 0 || people > 1e12 || (std::isfinite(people) && std::floor(people) != people))
      fault(row, *n_, fmt::format("\"{}\" people, expected a whole number", row.cells[*n_]));
    else if (std::isfinite(people))
      out.n = static_cast<std::uint64_t>(people);
  }

  const CsvTable& table_;
  const AreaTable& spec_;
  Diagnostics& diagnostics_;
  std::optional<std::size_t> area_, value_, se_, lower_, upper_, n_, group_, standard_;
  std::vector<std::size_t> numerator_, denominator_;
  std::vector<std::pair<std::optional<std::size_t>, const std::vector<std::string>*>> kept_;
  std::size_t rows_kept_ = 0;
  std::set<std::string> seen_;
  std::map<std::string, double> standards_; ///< by group
  std::vector<AreaTableRow> out_;
};

} // namespace

Outcome<std::vector<AreaTableRow>> read_area_table(std::string_view text, const std::string& file,
                                                   const AreaTable& spec) {
  using Rows = std::vector<AreaTableRow>;
  Outcome<CsvTable> table = read_csv_table(without_notes(text, spec.skip), file);
  if (!table) return Outcome<Rows>::failure(std::move(table.diagnostics));
  Diagnostics diagnostics = std::move(table.diagnostics);
  Rows out = Reader(*table, spec, diagnostics).run();
  if (diagnostics.has_errors()) return Outcome<Rows>::failure(std::move(diagnostics));
  return {std::move(out), std::move(diagnostics)};
}

} // namespace joinedup
