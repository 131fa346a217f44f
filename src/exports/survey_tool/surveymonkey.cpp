// SurveyMonkey: the question stands over its first column and is blank over the rest; the second row holds the part of
// the question, an answer choice, or a word for the only column. Layout: agreement between public parsers, such as
// MultipleResponseR, loadSurveyMonkeyXLS.R. Files that were published often lack the columns on the collector and the
// person: the first heading, a blank below it and the tool's word over a question's only column are left to tell by, as
// in fivethirtyeight/data, star-wars-survey and steak-survey.
#include "exports/survey_tool/head_cells.hpp"
#include "exports/survey_tool/tool_layouts.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace joinedup {

namespace {

std::string without_spaces(std::string_view text) {
  std::string out = lower(text);
  std::erase(out, ' ');
  return out;
}

bool is_only_word(std::string_view part) {
  return equal_ignoring_case(part, "Response") || equal_ignoring_case(part, "Open-Ended Response");
}

/// The word over the only column of a question says nothing that the question does not.
bool is_only_column(std::string_view part) { return part.empty() || is_only_word(part); }

bool holds_only_word(HeadRows rows) { return std::any_of(rows[1].begin(), rows[1].end(), is_only_word); }

} // namespace

Recognised surveymonkey(HeadRows rows) {
  if (rows.size() < 2 || without_spaces(cell_at(rows, 0, 0)) != "respondentid" || !cell_at(rows, 1, 0).empty())
    return std::nullopt;
  const bool collector = without_spaces(cell_at(rows, 0, 1)) == "collectorid";
  if (collector ? !cell_at(rows, 1, 1).empty() : !holds_only_word(rows)) return std::nullopt;
  RecognisedTool out = one_heading_row(rows);
  const std::size_t width = std::max(rows[0].size(), rows[1].size());
  out.headings.resize(width);
  out.columns.resize(width);
  out.tool.header_rows = 2;
  out.tool.record = 0;
  out.tool.evidence.emplace_back(collector ? "the headings begin with Respondent ID, Collector ID over blank cells"
                                           : "the headings begin with Respondent ID over a blank cell, and row 2 "
                                             "says Response under questions");
  std::string question;
  for (std::size_t k = 0; k < width; ++k) {
    if (!cell_at(rows, 0, k).empty()) question = cell_at(rows, 0, k);
    const std::string& part = cell_at(rows, 1, k);
    out.headings[k] = is_only_column(part) ? question : question + " | " + part;
    out.columns[k].text = question;
  }
  out.tool.passing = columns_named(rows[0], {"Collector ID", "Start Date", "End Date", "IP Address"});
  return out;
}

} // namespace joinedup
