// `joinedup inspect`: what a file is and which instruments match; changes nothing.
#include "cli/commands.hpp"
#include "cli/survey_options.hpp"
#include "cli/table_text.hpp"

#include "pipeline/inspect/inspect_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace joinedup {

namespace {

constexpr std::array inspect_options{
    OptionSpec{"--instrument", 'i', "ID", "questionnaire to look for (repeatable; default: all)", true},
    OptionSpec{"--map", 'm', "MAP.json", "column map to try"},
    OptionSpec{"--format", 0, "text|json", "a line a finding, or one JSON object a file"},
};

const std::array groups{OptionGroup{"Inspect", inspect_options}, OptionGroup{"Reading", reader_options()}};

std::string lines_text(const std::vector<InspectLine>& lines) {
  std::size_t width = 16;
  for (const InspectLine& line : lines)
    width = std::max(width, display_width(line.name));
  std::string out;
  for (const InspectLine& line : lines)
    out += fmt::format("{}{}  {}\n", line.name, std::string(width - display_width(line.name), ' '), line.text);
  return out;
}

int run_inspect_command(const Arguments& arguments, DiskStore& files, Talk& talk) {
  Outcome<SurveyRequest> request = survey_request(arguments);
  Diagnostics all = request.diagnostics;
  if (request && request->files.empty()) all.error("J104", {}, "no FILE was given", "joinedup inspect FILE");
  if (all.has_errors()) {
    talk.diagnostics(all);
    return exit_code(all);
  }
  const bool json = arguments.text("--format", "text") == "json";
  bool first = true;
  for (const std::string& file : request->files) {
    const auto outcome = inspect(file, *request, files);
    talk.diagnostics(outcome.diagnostics);
    all.merge(outcome.diagnostics);
    if (!outcome) continue;
    talk.print(json ? inspect_json(*outcome) : (first ? "" : "\n") + visible(lines_text(inspect_lines(*outcome))));
    first = false;
  }
  return exit_code(all, talk.strict());
}

} // namespace

const Command inspect_command{
    "inspect",
    "Everyday",
    "says what a file is, which instruments match and what is wrong; changes nothing",
    "inspect [OPTIONS] FILE...",
    "Finds out encoding, delimiter, line ends and headings, the survey tool, which questionnaires are there and by\n"
    "which columns, the codes found against the codes expected, scales that look shifted or reversed, missing codes,\n"
    "repeated ids, known and unknown areas; and says what to run next.",
    "joinedup inspect survey.csv\njoinedup inspect export.csv --map map.json",
    groups,
    run_inspect_command};

} // namespace joinedup
