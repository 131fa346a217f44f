// REDCap: a row a record, event and repeat; each form ends with NAME_complete, which is blank where the row does not
// hold the form; a survey's time stamp may read [not completed]. Exports of labels have label headings instead, several
// of them "Complete?". Layout: OuhscBbmc/REDCapR, inst/test-data/projects.
#include "exports/survey_tool/head_cells.hpp"
#include "exports/survey_tool/tool_layouts.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <array>

namespace joinedup {

namespace {

constexpr std::string_view completed = "_complete", stamped = "_timestamp";

bool ends_form(const std::string& heading) {
  return (heading.size() > completed.size() && heading.ends_with(completed)) || heading == "Complete?";
}

bool is_time_stamp(const std::string& heading) {
  return (heading.size() > stamped.size() && heading.ends_with(stamped)) || heading == "Survey Timestamp";
}

/// Columns of the tool's own, as exports of codes and of labels head them.
constexpr std::array<std::array<std::string_view, 2>, 5> own_columns{
    {{"redcap_event_name", "Event Name"},
     {"redcap_repeat_instrument", "Repeat Instrument"},
     {"redcap_repeat_instance", "Repeat Instance"},
     {"redcap_data_access_group", "Data Access Group"},
     {"redcap_survey_identifier", "Survey Identifier"}}};

/// The name that a column has in both exports.
std::string tool_code(const std::string& heading) {
  for (const auto& [code, label] : own_columns)
    if (heading == label) return std::string(code);
  return heading;
}

/// Forms follow one another, each up to its own word on completeness.
std::vector<FormColumns> forms_of(const Cells& headings) {
  std::vector<FormColumns> out;
  FormColumns form;
  for (std::uint32_t k = 0; k < headings.size(); ++k) {
    if (is_time_stamp(headings[k])) form.not_finished = k;
    if (!ends_form(headings[k])) continue;
    form.last = form.complete = k;
    form.id = headings[k] == "Complete?" ? fmt::format("form {}", out.size() + 1)
                                         : headings[k].substr(0, headings[k].size() - completed.size());
    out.push_back(std::move(form));
    form = {};
    form.first = k + 1;
  }
  return out;
}

} // namespace

Recognised redcap(HeadRows rows) {
  RecognisedTool out = one_heading_row(rows);
  const Cells& names = out.headings;
  const auto raw = columns_named(names, {"redcap_event_name", "redcap_repeat_instrument", "redcap_repeat_instance"});
  const auto labels = columns_named(names, {"Event Name", "Repeat Instrument", "Repeat Instance"});
  const auto own = columns_named(names, {"redcap_data_access_group", "redcap_survey_identifier"});
  const auto own_labels = columns_named(names, {"Data Access Group", "Survey Identifier"});
  out.tool.forms = forms_of(names);
  const bool by_name = raw.size() + own.size() > 0;
  const bool by_label = labels.size() + own_labels.size() > 1 && !out.tool.forms.empty();
  const bool plain = !out.tool.forms.empty() && column_named(names, "record_id") == 0U;
  if (!by_name && !by_label && !plain) return std::nullopt;
  out.tool.evidence.push_back(by_name    ? fmt::format("{0} heading{1} with redcap_", raw.size() + own.size(),
                                                    raw.size() + own.size() == 1 ? " begins" : "s begin")
                              : by_label ? "headings Event Name, Repeat Instance, Complete? of an export of labels"
                                         : "record_id first, and headings that end with _complete");
  // The first field names the record, whatever it is called; its usual name stands for it where columns were moved.
  const auto usual = column_named(names, "record_id"), label = column_named(names, "Record ID");
  out.tool.record = usual ? *usual : label.value_or(0);
  out.tool.repeats = raw.empty() ? labels : raw;
  out.tool.not_finished_text = "[not completed]";
  for (std::size_t k = 0; k < names.size(); ++k) {
    out.columns[k].tool_code = tool_code(names[k]);
    if (is_time_stamp(names[k])) out.tool.passing.push_back(static_cast<std::uint32_t>(k));
  }
  return out;
}

} // namespace joinedup
