#include "exports/headings.hpp"

#include "base/edit_distance.hpp"
#include "base/text.hpp"
#include "exports/cell_codes.hpp"

#include <fmt/format.h>

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
  const std::string near = suggestion(name, names_);
  const Position place = where.file.empty() ? Position{file_, line_, 0, ""} : where;
  diagnostics.error("J110", place, fmt::format("{}: no column \"{}\" in {}", asked_by, name, file_),
                    near.empty() ? "joinedup inspect lists the columns" : near);
  return std::nullopt;
}

} // namespace joinedup
