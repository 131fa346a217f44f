#include "exports/kept_columns.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

namespace joinedup {

namespace {

void keep(std::uint32_t column, std::vector<std::uint32_t>& kept) {
  if (std::find(kept.begin(), kept.end(), column) == kept.end()) kept.push_back(column);
}

std::vector<std::uint32_t> all_columns(const Headings& headings) {
  std::vector<std::uint32_t> out(headings.names().size());
  std::iota(out.begin(), out.end(), 0U);
  while (!out.empty() && headings.names()[out.back()].empty())
    out.pop_back();
  return out;
}

/// The survey tool's own id, and what tells several records of one id apart.
void keep_names_of_record(const SurveyTool& tool, std::vector<std::uint32_t>& kept) {
  if (!tool.record) return;
  keep(*tool.record, kept);
  for (const std::uint32_t column : tool.repeats)
    keep(column, kept);
}

} // namespace

std::vector<std::uint32_t> kept_columns(const SurveyFile& survey, const Headings& headings,
                                        const ReadingRequest& request, Diagnostics& diagnostics) {
  if (request.keep_columns) return *request.keep_columns;
  std::vector<std::uint32_t> out;
  const std::vector<std::string>& wanted = request.keep;
  if (wanted.size() == 1 && wanted.front() == "none") return out;
  if (wanted.size() == 1 && wanted.front() == "all") return all_columns(headings);
  for (const std::string& name : wanted)
    if (const auto column = headings.find(name, "--keep", {}, diagnostics)) keep(*column, out);
  if (!wanted.empty()) return out;
  const ColumnMap& map = request.map;
  if (map.record.empty()) keep_names_of_record(survey.header().tool, out);
  const std::string area = map.area ? map.area->column : "";
  for (const auto& [name, role] : {std::pair<std::string, std::string>{map.record, "record"},
                                   {area, "area"},
                                   {map.wave, "wave"},
                                   {map.weight, "weight"}}) {
    if (name.empty()) continue;
    const bool asked = (role == "area" && request.areas != nullptr) || role == "weight"; // the plan tells its fault
    Diagnostics unheard;
    if (const auto column = headings.find(name, role, {}, asked ? unheard : diagnostics)) keep(*column, out);
  }
  return out;
}

} // namespace joinedup
