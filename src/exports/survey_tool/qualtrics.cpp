// Qualtrics: names, question texts, and a third row of objects that say what each column is, {"ImportId": "QID4_1"}
// (older programs that re-save it leave single quotes). The older export has two rows, and columns V1 ... V10 before
// the questions. Layout: ropensci/qualtRics, inst/extdata and R/read_survey.R; QualtricsTools, inst/testdata.
#include "exports/survey_tool/head_cells.hpp"
#include "exports/survey_tool/tool_layouts.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace joinedup {

namespace {

/// The value of ImportId in `{"ImportId":"status"}`; "" where there is none.
std::string import_id(std::string_view cell) {
  constexpr std::string_view key = "ImportId";
  if (!cell.starts_with('{')) return {};
  const std::size_t at = cell.find(key);
  if (at == std::string_view::npos) return {};
  std::string_view rest = cell.substr(at + key.size());
  const std::size_t colon = rest.find(':');
  if (colon == std::string_view::npos) return {};
  rest = trim(rest.substr(colon + 1));
  if (rest.empty() || (rest.front() != '"' && rest.front() != '\'')) return {};
  const std::size_t end = rest.find(rest.front(), 1);
  return end == std::string_view::npos ? std::string() : std::string(rest.substr(1, end - 1));
}

struct Metadata {
  std::optional<std::uint32_t> record, status, finished;
};

void set_rules(RecognisedTool& out, const Metadata& found) {
  out.tool.record = found.record;
  // 2 is met in one public file and is called a survey test there; 9 and 17 are their spam and offline kinds.
  drop_where(out, found.status, {"1", "2", "17", "Survey Preview", "Survey Test", "Offline Survey Preview"},
             DropReason::not_a_response, "previews and tests of the survey");
  drop_where(out, found.status, {"8", "9", "Spam", "Possible Spam", "Survey Preview Spam"}, DropReason::not_a_response,
             "marked as spam");
  drop_where(out, found.finished, {"0", "False"}, DropReason::partial_response, "not finished");
}

/// -99 stands for seen and unanswered where the author asked for it; no question of a survey has it as an answer.
void set_unanswered(ColumnInfo& column) { column.missing.emplace("-99", "unanswered"); }

Recognised with_import_ids(HeadRows rows) {
  constexpr std::size_t ids_row = 2;
  if (rows.size() <= ids_row) return std::nullopt;
  std::size_t filled = 0, ids = 0;
  for (const std::string& cell : rows[ids_row]) {
    filled += cell.empty() ? 0U : 1U;
    ids += import_id(cell).empty() ? 0U : 1U;
  }
  if (ids == 0 || ids * 2 < filled) return std::nullopt;
  RecognisedTool out = one_heading_row(rows);
  out.tool.header_rows = 3;
  out.tool.evidence.push_back(fmt::format("row 3 names an ImportId in {} of {} columns", ids, out.headings.size()));
  Metadata found;
  for (std::uint32_t k = 0; k < out.headings.size(); ++k) {
    ColumnInfo& column = out.columns[k];
    column.text = cell_at(rows, 1, k);
    column.tool_code = import_id(cell_at(rows, ids_row, k));
    const std::string id = lower(column.tool_code);
    if (id == "_recordid" || id == "responseid") found.record = k;
    if (id == "status") found.status = k;
    if (id == "finished") found.finished = k;
    if (id == "startdate" || id == "enddate" || id == "recordeddate" || id == "duration" || id == "ipaddress")
      out.tool.passing.push_back(k);
    if (id.starts_with("qid")) set_unanswered(column);
  }
  set_rules(out, found);
  return out;
}

bool is_numbered_variable(std::string_view name) {
  return name.size() > 1 && name.front() == 'V' && parse_whole(name.substr(1)).has_value();
}

Recognised with_two_rows(HeadRows rows) {
  if (rows.size() < 2 || cell_at(rows, 0, 0) != "V1" || !equal_ignoring_case(cell_at(rows, 1, 0), "ResponseID"))
    return std::nullopt;
  RecognisedTool out = one_heading_row(rows);
  out.tool.header_rows = 2;
  out.tool.evidence.emplace_back("the first column is V1 over ResponseID: the older export with two heading rows");
  for (std::uint32_t k = 0; k < out.headings.size(); ++k) {
    out.columns[k].text = cell_at(rows, 1, k);
    if (!is_numbered_variable(out.headings[k])) set_unanswered(out.columns[k]);
  }
  set_rules(out, {0U, column_named(rows[1], "Status"), column_named(rows[1], "Finished")});
  out.tool.passing = columns_named(rows[1], {"StartDate", "EndDate", "IPAddress"});
  return out;
}

} // namespace

Recognised qualtrics(HeadRows rows) {
  if (auto found = with_import_ids(rows)) return found;
  return with_two_rows(rows);
}

} // namespace joinedup
