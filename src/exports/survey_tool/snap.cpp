// Snap: ID.name, ID.date, then variables V1, V2; V2.1, V2.2 ... are the choices of a question with several answers.
#include "exports/survey_tool/head_cells.hpp"
#include "exports/survey_tool/tool_layouts.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace joinedup {

Recognised snap(HeadRows rows) {
  RecognisedTool out = one_heading_row(rows);
  const Cells& names = out.headings;
  const auto variable = [](const std::string& name) {
    return name.size() > 1 && name.front() == 'V' && parse_whole(std::string_view(name).substr(1)).has_value();
  };
  const auto of_case = [](const std::string& name) { return name.starts_with("ID."); };
  if (std::count_if(names.begin(), names.end(), of_case) < 2 || std::none_of(names.begin(), names.end(), variable))
    return std::nullopt;
  out.tool.evidence.emplace_back("headings begin with ID. and variables are V1, V2 ...");
  out.tool.record = column_named(names, "ID.name");
  out.tool.passing = columns_named(names, {"ID.date", "ID.start", "ID.end", "ID.time"});
  return out;
}

} // namespace joinedup
