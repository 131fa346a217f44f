// `joinedup quality`: how well each scale works in these answers, over all and by area.
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/quality_text.hpp"
#include "cli/survey_options.hpp"

#include "base/visible.hpp"
#include "pipeline/quality_run.hpp"
#include "report/quality_writers.hpp"

#include <array>

namespace joinedup {

namespace {

constexpr std::array output_options{
    OptionSpec{"--output", 'o', "FILE", "write there instead of standard output"},
    OptionSpec{"--format", 0, "text|csv|json", "tables for people, a row a figure, or one JSON document"},
    OptionSpec{"--geography", 0, "ID", "areas are those of a geography, with its names and earlier codes"},
};

const std::array groups{OptionGroup{"Output", output_options}, OptionGroup{"Scoring", scoring_options()},
                        OptionGroup{"Columns", column_options()}, OptionGroup{"Reading", reader_options()}};

std::string rendered(const QualityResults& results, const std::string& format, std::size_t width) {
  if (format == "csv") return quality_csv(results);
  return format == "json" ? quality_json(results) : visible(quality_text(results, width));
}

int run_quality_command(const Arguments& arguments, DiskStore& files, Talk& talk) {
  Outcome<SurveyRequest> survey = survey_request(arguments);
  if (survey && survey->files.empty())
    survey.diagnostics.error("J104", {}, "no FILE was given", "joinedup quality FILE; - is standard input");
  if (survey.diagnostics.has_errors()) {
    talk.diagnostics(survey.diagnostics);
    return exit_code(survey.diagnostics);
  }
  const std::string path = arguments.text("--output");
  std::optional<OutputFile> output, rejects;
  if (!path.empty() && path != "-") output.emplace(path, Privacy::shared);
  if (arguments.has("--rejects")) rejects.emplace(arguments.text("--rejects"), Privacy::own);
  const auto outcome = run_quality({std::move(*survey), arguments.text("--geography")}, files);
  talk.diagnostics(outcome.diagnostics);
  if (!outcome || talk.refuses_output(outcome.diagnostics)) return exit_code(outcome.diagnostics, talk.strict());
  const QualityResults& results = outcome->results;
  const std::string text = rendered(results, arguments.text("--format", "text"), talk.console().columns);
  if (output) {
    output->write(text);
    output->commit();
  } else {
    talk.print(text);
  }
  if (rejects) {
    rejects->write(outcome->rejects);
    rejects->commit();
  }
  talk.settings(results.settings, results.inputs);
  talk.reconciliation(results.reconciliation);
  return exit_code(outcome.diagnostics, talk.strict());
}

} // namespace

const Command quality_command{
    "quality",
    "Definitions",
    "how well each scale works here: missing answers, floor and ceiling, alpha, omega, item-rest, flags",
    "quality [OPTIONS] FILE...",
    "Looks at every score that adds up or averages several items, over all records and, with --area, by area:\n"
    "who answered, missing answers by reason, floor and ceiling, mean and SD, Cronbach's alpha with its 95 %\n"
    "interval, McDonald's omega, item-rest correlations, alpha without each item, and answers that are the same\n"
    "throughout. What is remarkable is said in words; docs/quality.md tells formulas, limits and their sources.\n"
    "Figures on fewer than 10 people are hidden, and others that would give them away. Weights are not used.",
    "joinedup quality survey.csv -i pam-13\n"
    "joinedup quality survey.csv --area icb_code --format csv -o quality.csv",
    groups,
    run_quality_command};

} // namespace joinedup
