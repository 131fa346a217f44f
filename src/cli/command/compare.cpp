// `joinedup compare`: change between two waves, or two groups side by side.
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/survey_options.hpp"

#include "base/text.hpp"
#include "pipeline/compare_run.hpp"
#include "report/comparison_writers.hpp"

#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace joinedup {

namespace {

constexpr std::array output_options{
    OptionSpec{"--between", 0, "FIRST,SECOND", "the two waves or groups, in the order of the comparison"},
    OptionSpec{"--arms", 0, "COL=TREATED,UNTREATED", "difference in differences of two groups of areas"},
    OptionSpec{"--earlier", 0, "WAVE", "with --arms: a wave before the first, for the trend before"},
    OptionSpec{"--reliability", 0, "SCORE=R", "a score's reliability, for reliable change (repeatable)", true},
    OptionSpec{"--link", 0, "OLD=NEW", "a score that another takes the place of in the second wave (repeatable)", true},
    OptionSpec{"--overlap", 0, "WAVE", "with --link: the wave that has both (default: the first)"},
    OptionSpec{"--series", 0, "WAVE,WAVE,...", "waves of an interrupted series, in order of time"},
    OptionSpec{"--interruption", 0, "WAVE", "with --series: the first wave with the change"},
    OptionSpec{"--lag", 0, "N", "with --series: waves apart whose errors may go together (default: by their number)"},
    OptionSpec{"--by", 0, "COL", "column of groups of different people, in place of waves"},
    OptionSpec{"--output", 'o', "FILE", "write there instead of standard output"},
    OptionSpec{"--format", 0, "csv|json", "a row a figure, or one JSON document"},
};

const std::array groups{OptionGroup{"Comparison", output_options}, OptionGroup{"Scoring", scoring_options()},
                        OptionGroup{"Columns", column_options()}, OptionGroup{"Reading", reader_options()}};

void read_reliability(const Arguments& arguments, CompareRequest& out, Diagnostics& diagnostics) {
  for (const std::string& text : arguments.all("--reliability")) {
    const std::size_t equals = text.rfind('=');
    const auto value = equals == std::string::npos ? std::nullopt : parse_number(text.substr(equals + 1));
    if (equals == 0 || !value || *value < 0 || *value >= 1)
      diagnostics.error("J104", {}, "--reliability takes SCORE=R, with R from 0 to below 1",
                        "for example --reliability wemwbs.total=0.83");
    else
      out.reliability[text.substr(0, equals)] = *value;
  }
}

void read_links(const Arguments& arguments, CompareRequest& out, Diagnostics& diagnostics) {
  out.overlap = arguments.text("--overlap");
  for (const std::string& text : arguments.all("--link")) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == text.size())
      diagnostics.error("J104", {}, "--link takes OLD=NEW, two scores",
                        "for example --link wemwbs.total=swemwbs.metric");
    else
      out.links.emplace_back(text.substr(0, equals), text.substr(equals + 1));
  }
}

std::vector<std::string> names_in(const std::string& list) {
  std::vector<std::string> out;
  for (const std::string_view name : split(list, ','))
    if (!trim(name).empty()) out.emplace_back(trim(name));
  return out;
}

void read_series(const Arguments& arguments, CompareRequest& out, Diagnostics& diagnostics) {
  out.series = names_in(arguments.text("--series"));
  out.interruption = arguments.text("--interruption");
  if (out.series.empty() && (arguments.has("--interruption") || arguments.has("--lag")))
    diagnostics.error("J104", {}, "--interruption and --lag have a use with --series alone", "--series WAVE,WAVE,...");
  if (!arguments.has("--lag")) return;
  const auto lag = parse_number(arguments.text("--lag"));
  constexpr double most = 1000;
  if (!lag || *lag < 0 || *lag > most || *lag != std::floor(*lag))
    diagnostics.error("J104", {}, "--lag takes a whole number of waves from 0 to 1000", "for example --lag 2");
  else
    out.lag = static_cast<std::size_t>(*lag);
}

CompareRequest compare_request(const Arguments& arguments, SurveyRequest survey, Diagnostics& diagnostics) {
  CompareRequest out;
  out.arms = arguments.text("--arms");
  out.earlier = arguments.text("--earlier");
  read_reliability(arguments, out, diagnostics);
  out.survey = std::move(survey);
  out.by = arguments.text("--by");
  out.between = names_in(arguments.text("--between"));
  read_links(arguments, out, diagnostics);
  read_series(arguments, out, diagnostics);
  return out;
}

int run_compare_command(const Arguments& arguments, DiskStore& files, Talk& talk) {
  Outcome<SurveyRequest> survey = survey_request(arguments);
  if (survey && survey->files.empty())
    survey.diagnostics.error("J104", {}, "no FILE was given", "joinedup compare FILE; - is standard input");
  const CompareRequest request =
      compare_request(arguments, survey ? std::move(*survey) : SurveyRequest{}, survey.diagnostics);
  if (survey.diagnostics.has_errors()) {
    talk.diagnostics(survey.diagnostics);
    return exit_code(survey.diagnostics);
  }
  const std::string path = arguments.text("--output");
  std::optional<OutputFile> output, rejects;
  if (!path.empty() && path != "-") output.emplace(path, Privacy::shared);
  if (arguments.has("--rejects")) rejects.emplace(arguments.text("--rejects"), Privacy::own);
  const auto outcome = run_compare(request, files);
  talk.diagnostics(outcome.diagnostics);
  if (!outcome || talk.refuses_output(outcome.diagnostics)) return exit_code(outcome.diagnostics, talk.strict());
  const ComparisonResults& results = outcome->results;
  const std::string text = arguments.text("--format") == "json" ? comparison_json(results) : comparison_csv(results);
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

const Command compare_command{
    "compare",
    "Evaluate",
    "change between two waves, or two groups side by side",
    "compare [OPTIONS] FILE...",
    "Two waves of the same people: either a map whose administrations name their waves (a row holds both), or\n"
    "--wave COL with --id COL (a record a wave). Two groups of different people: --by COL. For every score the\n"
    "mean and SD of each, their difference with an error that counts who is in both and, in people who have both, the\n"
    "mean change with its 95 % t interval and effect sizes. --reliability adds who changed reliably; --arms the\n"
    "difference in differences of two groups of areas, with errors by area and a permutation test; --series the\n"
    "segmented regression of many waves with an interruption; --link the change across a change of questionnaire.\n"
    "For health profiles also levels, level sums and frequencies, distinct profiles, health state density, Shannon\n"
    "indices, the Pareto classification of change and the probability of superiority, by dimension too; "
    "docs/compare.md\n"
    "has the formulas. With --area every figure by area. Figures on fewer than 10 people and categories of 1 to 4 are\n"
    "hidden, with what would give them away. Memory grows with people (their ids, 8 bytes a score a record).",
    "joinedup compare proms.csv --map waves.json --value-set eq-5d-5l=5L-VT-UK -o change.csv\n"
    "joinedup compare survey.csv -i eq-5d-3l --wave wave --between pre,post --id nhs_id --area icb_code\n"
    "joinedup compare survey.csv -i wemwbs --by arm --between control,pilot",
    groups,
    run_compare_command};

} // namespace joinedup
