#include "exports/survey_tool/head_cells.hpp"

#include "base/text.hpp"

namespace joinedup {

RecognisedTool one_heading_row(HeadRows rows) {
  RecognisedTool out;
  if (rows.empty()) return out;
  out.headings = rows.front();
  out.columns.resize(out.headings.size());
  return out;
}

const std::string& cell_at(HeadRows rows, std::size_t row, std::size_t column) {
  static const std::string none;
  return row < rows.size() && column < rows[row].size() ? rows[row][column] : none;
}

std::optional<std::uint32_t> column_named(const Cells& names, std::string_view name) {
  for (std::uint32_t k = 0; k < names.size(); ++k)
    if (equal_ignoring_case(names[k], name)) return k;
  return std::nullopt;
}

std::vector<std::uint32_t> columns_named(const Cells& names, const std::vector<std::string_view>& wanted) {
  std::vector<std::uint32_t> out;
  for (const std::string_view name : wanted)
    if (const auto column = column_named(names, name)) out.push_back(*column);
  return out;
}

void drop_where(RecognisedTool& tool, std::optional<std::uint32_t> column, std::vector<std::string> values,
                DropReason reason, std::string what) {
  if (!column) return;
  RecordRule rule;
  rule.column = *column;
  rule.values = std::move(values);
  rule.reason = reason;
  rule.what = std::move(what);
  tool.tool.rules.push_back(std::move(rule));
}

} // namespace joinedup
