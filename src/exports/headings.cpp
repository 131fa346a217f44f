#include "exports/headings.hpp"

#include "base/edit_distance.hpp"
#include "base/text.hpp"
#include "exports/cell_codes.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

std::string normal_heading(std::string_view text) { return normal_label(text); }

Headings::Headings(const SurveyFile& file)
    : file_(file.name()), line_(file.header().dialect.header_line), names_(file.header().headings) {
  for (std::uint32_t column = 0; column < names_.size(); ++column) {
    if (names_[column].empty()) continue;
    exact_[names_[column]].push_back(column);
    loose_[normal_heading(names_[column])].push_back(column);
  }
  const std::vector<ColumnInfo>& columns = file.header().columns;
  for (std::uint32_t column = 0; column < columns.size() && column < names_.size(); ++column) {
    if (!columns[column].tool_code.empty()) codes_[normal_heading(columns[column].tool_code)].push_back(column);
    if (!columns[column].text.empty()) texts_[normal_heading(columns[column].text)].push_back(column);
  }
}

std::vector<std::uint32_t> Headings::all(std::string_view name) const {
  if (const auto found = exact_.find(name); found != exact_.end()) return found->second;
  const std::string normal = normal_heading(name);
  for (const auto* const names : {&loose_, &codes_, &texts_})
    if (const auto found = names->find(normal); found != names->end()) return found->second;
  return {};
}

namespace {

/// The heading that may be meant. Survey tools put headings together ("Question | Response"), so a part may do.
std::string near_heading(std::string_view name, const std::vector<std::string>& names) {
  if (std::string near = nearest(name, names); !near.empty()) return near;
  constexpr std::size_t shortest_part = 4;
  const std::string wanted = normal_heading(name);
  if (wanted.size() < shortest_part) return {};
  std::vector<std::string> parts;
  std::vector<std::size_t> whole;
  for (std::size_t k = 0; k < names.size(); ++k) {
    const std::string heading = normal_heading(names[k]);
    if (heading.find(wanted) != std::string::npos) return names[k];
    for (std::size_t from = 0; from < heading.size();) {
      const std::size_t to = std::min(heading.size(), heading.find('|', from));
      parts.emplace_back(trim(std::string_view(heading).substr(from, to - from)));
      whole.push_back(k);
      from = to + 1;
    }
  }
  const std::string near = nearest(wanted, parts);
  const auto at = std::find(parts.begin(), parts.end(), near);
  return near.empty() ? std::string() : names[whole[static_cast<std::size_t>(at - parts.begin())]];
}

} // namespace

std::optional<std::uint32_t> Headings::find(std::string_view name, std::string_view asked_by, const Position& where,
                                            Diagnostics& diagnostics) const {
  const std::vector<std::uint32_t> found = all(name);
  if (found.size() == 1) return found.front();
  if (found.size() > 1) {
    diagnostics.error("J111", {file_, line_, found[1] + 1, names_[found[1]]},
                      fmt::format("{} names a column that occurs {} times, in fields {} and {}", asked_by, found.size(),
                                  found[0] + 1, found[1] + 1),
                      fmt::format("say which: {0}#1 or {0}#2", name));
    return std::nullopt;
  }
  if (const std::size_t hash = name.rfind('#'); hash != std::string_view::npos) {
    const std::vector<std::uint32_t> same = all(name.substr(0, hash));
    const auto number = parse_whole(name.substr(hash + 1));
    if (number && *number >= 1 && *number <= same.size()) return same[*number - 1];
  }
  const std::string near = near_heading(name, names_);
  const std::string hint = near.empty() ? suggestion(name, names_) : "did you mean " + near + "?";
  const Position place = where.file.empty() ? Position{file_, line_, 0, ""} : where;
  diagnostics.error("J110", place, fmt::format("{}: no column \"{}\" in {}", asked_by, name, file_),
                    hint.empty() ? fmt::format("joinedup inspect {} --format json lists the columns", file_) : hint);
  return std::nullopt;
}

} // namespace joinedup
