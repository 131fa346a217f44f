// KoboToolbox (and other ODK servers): group/name headings, then _id, _uuid ...; a row of HXL tags may follow. ODK
// Central: group-name headings between SubmissionDate and KEY; a question group that repeats has a table of its own,
// which ends in PARENT_KEY and KEY. Layouts: kobotoolbox/formpack, src/formpack/reporting/export.py; ropensci/ruODK,
// docs/articles/attachments.
#include "exports/survey_tool/head_cells.hpp"
#include "exports/survey_tool/tool_layouts.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {

/// The name of a question within its groups: its own, which may be an item's id.
void name_within_groups(RecognisedTool& tool, char separator) {
  for (std::size_t k = 0; k < tool.headings.size(); ++k) {
    const std::size_t cut = tool.headings[k].rfind(separator);
    if (cut != std::string::npos) tool.columns[k].tool_code = tool.headings[k].substr(cut + 1);
  }
}

/// Only tags, at least one: "", "#health", "#health+vas".
bool is_tag_row(const Cells& row) {
  const auto filled = [](const std::string& cell) { return !cell.empty(); };
  const auto tag = [](const std::string& cell) { return cell.empty() || cell.front() == '#'; };
  return std::any_of(row.begin(), row.end(), filled) && std::all_of(row.begin(), row.end(), tag);
}

} // namespace

Recognised kobo(HeadRows rows) {
  RecognisedTool out = one_heading_row(rows);
  const Cells& names = out.headings;
  const auto own = columns_named(names, {"_id", "_uuid", "_submission_time", "_index", "_validation_status"});
  if (own.size() < 3 || !column_named(names, "_submission_time")) return std::nullopt;
  out.tool.evidence.push_back(fmt::format("{} headings such as _uuid and _submission_time", own.size()));
  const auto id = column_named(names, "_id");
  out.tool.record = id ? id : column_named(names, "_uuid");
  if (rows.size() > 1 && is_tag_row(rows[1])) {
    out.tool.header_rows = 2;
    out.tool.evidence.emplace_back("row 2 holds HXL tags");
  }
  drop_where(out, column_named(names, "_validation_status"), {"validation_status_not_approved", "Not approved"},
             DropReason::not_a_response, "not approved");
  name_within_groups(out, '/');
  out.tool.passing =
      columns_named(names, {"start", "end", "_uuid", "_submission_time", "_index", "meta/instanceID", "formhub/uuid"});
  return out;
}

Recognised odk_central(HeadRows rows) {
  RecognisedTool out = one_heading_row(rows);
  const Cells& names = out.headings;
  const auto submitted = column_named(names, "SubmissionDate"), key = column_named(names, "KEY");
  const auto own = columns_named(names, {"SubmitterID", "ReviewState", "meta-instanceID", "FormVersion"});
  const bool repeat = column_named(names, "PARENT_KEY").has_value();
  if (!key || (!repeat && (!submitted || own.empty()))) return std::nullopt;
  out.tool.evidence.emplace_back(repeat ? "headings PARENT_KEY and KEY, the table of a group that repeats"
                                        : "headings SubmissionDate, KEY and SubmitterID, ReviewState or FormVersion");
  out.tool.record = key;
  drop_where(out, column_named(names, "ReviewState"), {"rejected"}, DropReason::not_a_response, "not approved");
  name_within_groups(out, '-');
  out.tool.passing = columns_named(names, {"SubmissionDate", "start", "end", "meta-instanceID", "DeviceID"});
  return out;
}

} // namespace joinedup
