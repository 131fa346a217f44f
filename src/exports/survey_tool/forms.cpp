// Microsoft Forms and Google Forms: a row of question texts behind a few columns of their own.
#include "exports/survey_tool/head_cells.hpp"
#include "exports/survey_tool/tool_layouts.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace joinedup {

namespace {

/// 2026/03/02 9:00:00 AM GMT, 02/03/2026 09:00:00.
bool is_date_with_time(std::string_view text) {
  constexpr std::size_t shortest_form = 11;
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return text.size() >= shortest_form && digit(text.front()) && text.find(':') != std::string_view::npos &&
         text.find_first_of("/-.") < text.find(':');
}

} // namespace

Recognised microsoft_forms(HeadRows rows) {
  RecognisedTool out = one_heading_row(rows);
  const Cells& names = out.headings;
  const auto own = columns_named(names, {"ID", "Start time", "Completion time", "Email", "Name"});
  if (own.size() < 5 || own != std::vector<std::uint32_t>{0, 1, 2, 3, 4}) return std::nullopt;
  out.tool.evidence.emplace_back("the headings begin with ID, Start time, Completion time, Email, Name");
  out.tool.record = 0;
  out.tool.passing = {1, 2};
  return out;
}

/// Rows of a grid are headed "question [row]".
Recognised google_forms(HeadRows rows) {
  if (rows.size() < 2 || !equal_ignoring_case(cell_at(rows, 0, 0), "Timestamp") ||
      !is_date_with_time(cell_at(rows, 1, 0)))
    return std::nullopt;
  RecognisedTool out = one_heading_row(rows);
  out.tool.evidence.emplace_back("the first heading is Timestamp, over dates with a time");
  out.tool.passing = {0};
  for (std::size_t k = 0; k < out.headings.size(); ++k) {
    const std::string& heading = out.headings[k];
    const std::size_t open = heading.rfind('[');
    if (open == std::string::npos || !heading.ends_with(']')) continue;
    out.columns[k].tool_code = heading.substr(open + 1, heading.size() - open - 2);
    out.columns[k].text = std::string(trim(std::string_view(heading).substr(0, open)));
  }
  return out;
}

} // namespace joinedup
