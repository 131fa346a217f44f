#include "pipeline/count_output.hpp"

#include "base/csv_cell.hpp"
#include "base/render.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

namespace joinedup {

std::string flags_of(const CountRow& row, const CountGroup* group, const CountMask* mask) {
  std::vector<std::string> out;
  if (row.status != CountStatus::ok) out.emplace_back(words(row.status));
  if (mask != nullptr ? mask->unit.first : row.few()) out.emplace_back("suppress_first_level");
  if (mask != nullptr && mask->unit.second) out.emplace_back("suppress_second_level");
  if (mask != nullptr && mask->unit.cascade) out.emplace_back("suppress_cascade");
  if (mask != nullptr && mask->some_options()) out.emplace_back("suppress_options");
  if (row.total_differs()) out.emplace_back("total_mismatch");
  if (row.above_eligible()) out.emplace_back("responses_gt_eligible");
  if (row.all_eligible()) out.emplace_back("responses_eq_eligible");
  if (group != nullptr && group->skipped > 0) out.emplace_back("rows_skipped");
  return join(out, ";");
}

ScoreStatus status_of(const CountRow& row, bool has_value) {
  if (has_value) return ScoreStatus::ok;
  if (row.status == CountStatus::invalid_count) return ScoreStatus::invalid;
  return row.status == CountStatus::suppressed_input ? ScoreStatus::missing : ScoreStatus::not_applicable;
}

std::string csv_line(const std::vector<OutputCell>& cells) {
  std::string out;
  for (std::size_t k = 0; k < cells.size(); ++k) {
    if (k > 0) out += ',';
    if (cells[k].kind == CellKind::foreign)
      append_csv_cell(out, cells[k].text);
    else
      out += cells[k].text;
  }
  return out + "\n";
}

std::string json_line(const std::vector<std::string>& names, const std::vector<OutputCell>& cells) {
  std::string out;
  for (std::size_t k = 0; k < cells.size(); ++k) {
    const OutputCell& cell = cells[k];
    out += fmt::format("{}{}:{}", k == 0 ? "{" : ",", json_quoted(names[k]),
                       cell.kind != CellKind::number ? json_quoted(cell.text)
                       : cell.text.empty()           ? "null"
                                                     : cell.text);
  }
  return out + "}\n";
}

std::string csv_heading(const std::vector<std::string>& names) {
  std::vector<OutputCell> cells;
  for (const std::string& name : names)
    cells.push_back({name, CellKind::foreign});
  return csv_line(cells);
}

} // namespace joinedup
