// SmartSurvey: UserNo, Unique ID, Started, Ended, then "Q1. question"; answers read "1 - label", blank ones
// "No Response"; a row of totals ends the file.
#include "exports/survey_tool/head_cells.hpp"
#include "exports/survey_tool/tool_layouts.hpp"

namespace joinedup {

Recognised smartsurvey(HeadRows rows) {
  RecognisedTool out = one_heading_row(rows);
  const Cells& names = out.headings;
  const auto number = column_named(names, "UserNo");
  if (!number || columns_named(names, {"Started", "Ended"}).size() < 2) return std::nullopt;
  out.tool.evidence.emplace_back("headings UserNo, Started and Ended");
  out.tool.record = number;
  out.tool.passing = columns_named(names, {"Started", "Ended", "IP Address", "Unique ID"});
  drop_where(out, number, {"Total", "Totals"}, DropReason::not_a_response, "rows of totals");
  for (ColumnInfo& column : out.columns)
    column.missing.emplace("No Response", "missing");
  return out;
}

} // namespace joinedup
