#include "exports/survey_tool/survey_tool.hpp"

#include "base/edit_distance.hpp"
#include "base/text.hpp"
#include "exports/survey_tool/head_cells.hpp"
#include "exports/survey_tool/tool_layouts.hpp"

#include <fmt/format.h>

#include <array>

namespace joinedup {

namespace {

constexpr std::array layouts{
    ToolLayout{"qualtrics", "Qualtrics", "VERIFIED",
               "a third row of {\"ImportId\": ...}, or a first heading V1 over ResponseID", qualtrics},
    ToolLayout{"surveymonkey", "SurveyMonkey", "LIKELY", "headings Respondent ID, Collector ID over blank cells",
               surveymonkey},
    ToolLayout{"redcap", "REDCap", "VERIFIED", "headings such as redcap_event_name or NAME_complete", redcap},
    ToolLayout{"kobo", "KoboToolbox", "VERIFIED", "headings _id, _uuid, _submission_time", kobo},
    ToolLayout{"odk", "ODK Central", "LIKELY", "headings SubmissionDate and KEY, or PARENT_KEY and KEY", odk_central},
    ToolLayout{"limesurvey", "LimeSurvey", "VERIFIED", "headings id, submitdate, lastpage, startlanguage", limesurvey},
    ToolLayout{"alchemer", "Alchemer", "LIKELY", "headings Time Started, Date Submitted, Status", alchemer},
    ToolLayout{"smartsurvey", "SmartSurvey", "UNVERIFIED", "headings UserNo, Started, Ended", smartsurvey},
    ToolLayout{"snap", "Snap", "UNVERIFIED", "headings ID.name and V1", snap},
    ToolLayout{"msforms", "Microsoft Forms", "LIKELY", "headings ID, Start time, Completion time, Email, Name",
               microsoft_forms},
    ToolLayout{"proms", "NHS PROMs extract", "VERIFIED", "headings Pre-Op Q ... and Post-Op Q ...", proms_extract},
    ToolLayout{"shares", "published table of counts and shares", "LIKELY", "headings NAME and NAMEpct",
               table_of_shares},
    ToolLayout{"googleforms", "Google Forms", "LIKELY", "a first heading Timestamp over dates with a time",
               google_forms},
};

RecognisedTool filled(const ToolLayout& layout, RecognisedTool found) {
  found.tool.id = layout.id;
  found.tool.name = layout.name;
  found.tool.confidence = layout.confidence;
  return found;
}

RecognisedTool no_tool(HeadRows rows) {
  RecognisedTool out = one_heading_row(rows);
  out.tool.id = "csv";
  out.tool.name = "no survey tool known";
  return out;
}

void refuse_name(const ReaderOptions& options, Diagnostics& diagnostics) {
  std::vector<std::string> names{"auto", "csv"};
  for (const ToolLayout& layout : layouts)
    names.emplace_back(layout.id);
  const std::string near = suggestion(options.from, names);
  diagnostics.error("J116", {}, fmt::format("--from {}: no survey tool of this name", options.from),
                    near.empty() ? join(names, ", ") : near);
}

} // namespace

std::span<const ToolLayout> tool_layouts() { return layouts; }

RecognisedTool recognise_tool(HeadRows rows, const ReaderOptions& options, const std::string& file,
                              Diagnostics& diagnostics) {
  const std::string asked = options.from.empty() ? "auto" : lower(options.from);
  if (rows.empty() || asked == "csv") return no_tool(rows);
  bool known = asked == "auto";
  for (const ToolLayout& layout : layouts) {
    if (asked != "auto" && asked != layout.id) continue;
    known = true;
    if (auto found = layout.recognise(rows)) return filled(layout, std::move(*found));
    if (asked == layout.id)
      diagnostics.error("J116", {file, 0, 0, ""},
                        fmt::format("--from {}: this file is not as {} writes it", asked, layout.name),
                        fmt::format("expected {}; --from csv reads it by its headings", layout.expected));
  }
  if (!known) refuse_name(options, diagnostics);
  return no_tool(rows);
}

} // namespace joinedup
