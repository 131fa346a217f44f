// Alchemer: Response ID, Time Started, Date Submitted, Status; rows of a grid are headed row:question.
#include "exports/survey_tool/head_cells.hpp"
#include "exports/survey_tool/tool_layouts.hpp"

namespace joinedup {

Recognised alchemer(HeadRows rows) {
  RecognisedTool out = one_heading_row(rows);
  const Cells& names = out.headings;
  const auto id = column_named(names, "Response ID"), status = column_named(names, "Status");
  const auto times = columns_named(names, {"Time Started", "Date Submitted"});
  if (!id || !status || times.size() < 2) return std::nullopt;
  out.tool.evidence.emplace_back("headings Response ID, Time Started, Date Submitted and Status");
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
