// Alchemer, SurveyGizmo until 2020: Response ID, Time Started, Date Submitted, Status; rows of a grid and texts beside
// a choice are headed row:question. The author may leave the id out, as in jupyter/surveys, 2015-12-notebook-ux, which
// confirms the rest of the layout; the words of Status are then to tell by.
#include "exports/survey_tool/head_cells.hpp"
#include "exports/survey_tool/tool_layouts.hpp"

#include "base/text.hpp"

namespace joinedup {

namespace {

bool holds_words_of_status(HeadRows rows, std::uint32_t status) {
  for (std::size_t row = 1; row < rows.size(); ++row) {
    const std::string& cell = cell_at(rows, row, status);
    if (equal_ignoring_case(cell, "Complete") || equal_ignoring_case(cell, "Partial")) return true;
  }
  return false;
}

} // namespace

Recognised alchemer(HeadRows rows) {
  RecognisedTool out = one_heading_row(rows);
  const Cells& names = out.headings;
  const auto id = column_named(names, "Response ID"), status = column_named(names, "Status");
  const auto times = columns_named(names, {"Time Started", "Date Submitted"});
  if (!status || times.size() < 2 || (!id && !holds_words_of_status(rows, *status))) return std::nullopt;
  out.tool.evidence.emplace_back(id ? "headings Response ID, Time Started, Date Submitted and Status"
                                    : "headings Time Started, Date Submitted and Status");
  out.tool.record = id;
  out.tool.passing = times;
  drop_where(out, status, {"Partial"}, DropReason::partial_response, "Status is Partial");
  drop_where(out, status, {"Complete"}, DropReason::not_a_response, "Status is not Complete, such as Disqualified");
  out.tool.rules.back().others = true;
  for (std::size_t k = 0; k < names.size(); ++k) {
    const std::size_t colon = names[k].find(':');
    if (colon == std::string::npos) continue;
    out.columns[k].tool_code = names[k].substr(0, colon);
    out.columns[k].text = names[k].substr(colon + 1);
  }
  return out;
}

} // namespace joinedup
