// LimeSurvey: headings are question codes with sub-questions in brackets, PAM[SQ001], or "code. text", or texts alone;
// submitdate is blank until a response is submitted. Layout: LimeSurvey, application/helpers/admin/export (CsvWriter,
// Writer). In exports of full answers "N/A" stands for questions that were not shown, and may be an answer as well.
#include "exports/survey_tool/head_cells.hpp"
#include "exports/survey_tool/tool_layouts.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <array>

namespace joinedup {

namespace {

bool is_code_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// Length of the question code at the start of a heading; 0 where it starts with none.
std::size_t code_length(std::string_view heading) {
  std::size_t at = 0;
  while (at < heading.size() && is_code_letter(heading[at]))
    ++at;
  if (at == 0) return 0;
  while (at < heading.size() && heading[at] == '[') {
    const std::size_t close = heading.find(']', at);
    if (close == std::string_view::npos) return 0;
    at = close + 1;
  }
  return at;
}

/// "code. text" in two; the text is empty where the heading is no such pair.
std::pair<std::string, std::string> code_and_text(const std::string& heading) {
  const std::size_t length = code_length(heading);
  constexpr std::string_view between = ". ";
  if (length == 0 || heading.substr(length, between.size()) != between) return {heading, ""};
  return {heading.substr(0, length), heading.substr(length + between.size())};
}

/// PAM[3] -> PAM_3, which may be an item's id.
std::string tool_code(std::string_view code) {
  std::string out;
  for (const char c : code) {
    if (c == '[') out += '_';
    if (c != '[' && c != ']') out += c;
  }
  return out;
}

/// A column by its code or, in exports of texts, by its English name.
std::optional<std::uint32_t> either(const Cells& names, std::string_view code, std::string_view text) {
  const auto found = column_named(names, code);
  return found ? found : column_named(names, text);
}

} // namespace

Recognised limesurvey(HeadRows rows) {
  RecognisedTool out = one_heading_row(rows);
  for (std::size_t k = 0; k < out.headings.size(); ++k) {
    const auto [code, text] = code_and_text(out.headings[k]);
    out.headings[k] = code;
    out.columns[k].text = text;
    out.columns[k].tool_code = tool_code(code);
  }
  const Cells& names = out.headings;
  const auto id = either(names, "id", "Response ID"), submitted = either(names, "submitdate", "Date submitted"),
             page = either(names, "lastpage", "Last page"), language = either(names, "startlanguage", "Start language");
  if (!id || !submitted || !page || !language) return std::nullopt;
  out.tool.record = id;
  out.tool.evidence.emplace_back("headings id, submitdate, lastpage and startlanguage");
  out.tool.two_meanings = "N/A";
  drop_where(out, submitted, {""}, DropReason::partial_response, "never submitted");
  out.tool.passing = columns_named(names, {"submitdate", "lastpage", "seed", "startdate", "datestamp", "ipaddr"});
  out.tool.passing.push_back(*submitted);
  return out;
}

} // namespace joinedup
