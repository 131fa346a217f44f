// `joinedup explain`: how one record's scores, or one area's index, arose, step by step.
#include "cli/commands.hpp"
#include "cli/lines_text.hpp"
#include "cli/output.hpp"
#include "cli/survey_options.hpp"

#include "base/text.hpp"
#include "base/visible.hpp"
#include "pipeline/explain_area.hpp"
#include "pipeline/explain_run.hpp"

#include <array>

namespace joinedup {

namespace {

constexpr std::array record_options{
    OptionSpec{"--record", 0, "VALUE", "the record of this name in the column of ids (--id)"},
    OptionSpec{"--line", 0, "N", "the record that starts, or goes on, in line N of the file", false, true},
    OptionSpec{"--scores", 0, "NAME,...", "only these scores, and what they are made of"},
    OptionSpec{"--output", 'o', "FILE",
               "write there instead of standard output (mode 0600: it holds people's answers)"},
};

const std::array groups{OptionGroup{"Explain", record_options}, OptionGroup{"Scoring", scoring_options()},
                        OptionGroup{"Columns", column_options()}, OptionGroup{"Reading", reader_options()}};

int finish(const Arguments& arguments, const ExplainLines& lines, const Diagnostics& diagnostics, Talk& talk) {
  if (talk.refuses_output(diagnostics)) return exit_code(diagnostics, talk.strict());
  const std::string text = visible(lines_text(lines));
  const std::string path = arguments.text("--output");
  if (path.empty() || path == "-") {
    talk.print(text);
  } else {
    OutputFile output(path, Privacy::own);
    output.write(text);
    output.commit();
  }
  return exit_code(diagnostics, talk.strict());
}

int explain_one_area(const Arguments& arguments, const std::string& results, const std::string& folder, Talk& talk) {
  Outcome<ExplainLines> outcome;
  if (!arguments.has("--area"))
    outcome.diagnostics.error("J153", {}, "nothing says which area is meant", "joinedup explain FOLDER --area CODE");
  else
    outcome = explain_area(results, file_name(folder), arguments.text("--area"));
  talk.diagnostics(outcome.diagnostics);
  if (!outcome) return exit_code(outcome.diagnostics);
  return finish(arguments, *outcome, outcome.diagnostics, talk);
}

int explain_one_record(const Arguments& arguments, SurveyRequest survey, DiskStore& files, Talk& talk) {
  ExplainRequest request;
  request.survey = std::move(survey);
  request.record = arguments.text("--record");
  request.line = arguments.number("--line");
  const std::string names = arguments.text("--scores");
  for (const std::string_view name : split(names, ',')) {
    if (!trim(name).empty()) request.scores.emplace_back(trim(name));
  }
  const auto outcome = run_explain(request, files);
  talk.diagnostics(outcome.diagnostics);
  if (!outcome) return exit_code(outcome.diagnostics);
  talk.settings(outcome->settings, {});
  return finish(arguments, outcome->lines, outcome.diagnostics, talk);
}

int run_explain_command(const Arguments& arguments, DiskStore& files, Talk& talk) {
  Outcome<SurveyRequest> survey = survey_request(arguments);
  if (survey && survey->files.empty())
    survey.diagnostics.error("J104", {}, "no FILE was given",
                             "joinedup explain FILE --record VALUE, or joinedup explain FOLDER --area CODE");
  if (survey.diagnostics.has_errors()) {
    talk.diagnostics(survey.diagnostics);
    return exit_code(survey.diagnostics);
  }
  const std::string& first = survey->files.front();
  const std::string inside = first + (first.ends_with('/') ? "results.json" : "/results.json");
  if (first.ends_with("results.json")) {
    if (const auto results = files.text(first)) return explain_one_area(arguments, *results, first, talk);
  } else if (const auto results = files.text(inside)) {
    return explain_one_area(arguments, *results, inside, talk);
  }
  return explain_one_record(arguments, std::move(*survey), files, talk);
}

} // namespace

const Command explain_command{
    "explain",
    "Evaluate",
    "one record's scores, or one area's index, step by step",
    "explain [OPTIONS] FILE... --record VALUE\n       joinedup explain FOLDER --area CODE",
    "With survey files: each item as read with its line and column, what reversed or recoded it, the missing\n"
    "rule, every operation with its result, flags, the arithmetic of a value set, and the sources. --record\n"
    "names the record and --id its column; --id VALUE alone names the record too, as long as no column is\n"
    "called so. Free text is never shown; the answers are, so an output file is private (mode 0600).\n"
    "With a folder that benchmark wrote: measures, points, weights, contributions, error, comparison, bands and\n"
    "rank of one area, from the published numbers alone: what was hidden stays hidden.",
    "joinedup explain survey.csv --id R00417 -i p3ceq\n"
    "joinedup explain survey.csv --line 1203 --scores p3ceq.total\n"
    "joinedup explain results/ --area CODE",
    groups,
    run_explain_command};

} // namespace joinedup
