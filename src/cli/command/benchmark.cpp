// `joinedup benchmark`: survey files -> a folder with the index and indicators by area, and a report.
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/summary.hpp"
#include "cli/survey_options.hpp"

#include "pipeline/benchmark_run.hpp"
#include "report/writers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace joinedup {

namespace {

constexpr std::array benchmark_options{
    OptionSpec{"--study", 0, "STUDY.json", "everything the run needs; an option beats it and says so"},
    OptionSpec{"--index", 0, "PRESET|FILE.json", "index definition: a preset's name or a file"},
    OptionSpec{"--geography", 0, "ID", "names, regions and codes of the areas; without it codes are taken as found"},
    OptionSpec{"--strata", 0, "COL", "column of the sampling stratum"},
    OptionSpec{"--cluster", 0, "COL", "column of the cluster (such as the practice)"},
    OptionSpec{"--against", 0, "RUN",
               "results of an earlier release over the same people: what the two together would tell of few is hidden"},
    OptionSpec{"--target", 0, "KIND", "compare with england, areas, areas-fixed, VALUE, VALUE:SE or a table FILE.csv"},
};

constexpr std::array output_options{
    OptionSpec{"--output", 'o', "DIR", "folder of results: must be empty, or --force"},
    OptionSpec{"--force",
               0,
               {},
               "replace the results of an earlier run whole; a folder that holds anything else is left alone"},
    OptionSpec{"--ranks", 0, {}, "show point ranks in the report, beside rank intervals"},
};

const std::array groups{OptionGroup{"Benchmark", benchmark_options}, OptionGroup{"Output", output_options},
                        OptionGroup{"Scoring", scoring_options()}, OptionGroup{"Columns", column_options()},
                        OptionGroup{"Reading", reader_options()}};

const std::vector<std::string>& result_files() {
  static const std::vector<std::string> names{"index.csv",    "indicators.csv",   "report.html", "workbook.xlsx",
                                              "results.json", "datapackage.json", "run.json",    "table_*.csv"};
  return names;
}

Outcome<BenchmarkRequest> benchmark_request(const Arguments& arguments) {
  Outcome<SurveyRequest> survey = survey_request(arguments);
  Diagnostics faults = survey.diagnostics;
  if (!arguments.has("--output")) faults.error("J104", {}, "no folder for the results was given", "-o DIR");
  if (!arguments.has("--study") && !arguments.has("--index"))
    faults.error(
        "J104", {}, "nothing says which index to make",
        "--index PRESET|FILE.json with --area COL, or --study STUDY.json; presets are in joinedup instruments list");
  if (arguments.words.empty() && !arguments.has("--study"))
    faults.error("J104", {}, "no FILE was given", "joinedup benchmark FILE...; - is standard input");
  if (faults.has_errors()) return Outcome<BenchmarkRequest>::failure(std::move(faults));
  BenchmarkRequest out;
  out.survey = std::move(*survey);
  out.study = arguments.text("--study");
  out.index = arguments.text("--index");
  out.geography = arguments.text("--geography");
  out.target = arguments.text("--target");
  out.against = arguments.text("--against");
  out.show_ranks = arguments.has("--ranks");
  return {std::move(out), {}};
}

void write_results(const RunResults& results, OutputFolder& folder) {
  folder.write("index.csv", index_csv(results));
  folder.write("indicators.csv", indicators_csv(results));
  for (const ResultTable& table : results.tables)
    folder.write(fmt::format("table_{}.csv", table.id), table_csv(table));
  folder.write("results.json", results_json(results));
  folder.write("datapackage.json", datapackage_json(results));
  folder.write("report.html", report_html(results));
  folder.write("workbook.xlsx", workbook_xlsx(results));
  folder.write("run.json", run_json(results));
  folder.commit();
}

std::string in_folder(const std::string& folder, std::string_view name) {
  return fmt::format("{}{}{}", folder, folder.ends_with('/') ? "" : "/", name);
}

bool was_said(const std::string& text, const Diagnostics& diagnostics) {
  const auto& all = diagnostics.all();
  return std::any_of(all.begin(), all.end(), [&](const Diagnostic& d) { return d.message == text; });
}

void say_results(const RunResults& results, const Diagnostics& diagnostics, const std::string& folder, Talk& talk) {
  talk.settings(results.settings, results.inputs);
  talk.reconciliation(results.reconciliation);
  for (const std::string& notice : results.notices) {
    if (!was_said(notice, diagnostics)) talk.say(" notice: " + notice);
  }
  talk.show(summary_text(results, talk.console().columns, in_folder(folder, "index.csv")));
  std::string written;
  for (const std::string& name : result_files())
    if (name.find('*') == std::string::npos || !results.tables.empty())
      written += fmt::format("{}{}", written.empty() ? "" : "  ", in_folder(folder, name));
  talk.say(written);
}

int run_benchmark_command(const Arguments& arguments, DiskStore& files, Talk& talk) {
  const Outcome<BenchmarkRequest> request = benchmark_request(arguments);
  if (!request) {
    talk.diagnostics(request.diagnostics);
    return exit_code(request.diagnostics);
  }
  Diagnostics faults;
  const std::string path = arguments.text("--output");
  auto folder = OutputFolder::prepare(path, arguments.has("--force"), result_files(), faults);
  if (!folder) {
    talk.diagnostics(faults);
    return exit_code(faults);
  }
  std::optional<OutputFile> rejects;
  if (arguments.has("--rejects")) rejects.emplace(arguments.text("--rejects"), Privacy::own);
  const Outcome<BenchmarkOutcome> outcome = run_benchmark(*request, files);
  talk.diagnostics(outcome.diagnostics);
  if (outcome && !talk.refuses_output(outcome.diagnostics)) {
    write_results(outcome->results, *folder);
    if (rejects) {
      rejects->write(outcome->rejects);
      rejects->commit();
    }
    say_results(outcome->results, outcome.diagnostics, path, talk);
  }
  return exit_code(outcome.diagnostics, talk.strict());
}

} // namespace

const Command benchmark_command{
    "benchmark",
    "Everyday",
    "survey files -> Integration Index and indicators by area, with a report",
    "benchmark [--study STUDY.json | --index PRESET|FILE.json --area COL] [OPTIONS] FILE... -o DIR",
    "Scores the answers, takes weighted means by area with their sampling errors, builds the index, compares\n"
    "areas with the whole and with each other, hides small numbers, and writes a folder: index.csv,\n"
    "indicators.csv and datapackage.json that describes them, results.json, report.html, workbook.xlsx and\n"
    "run.json. The folder appears when it is whole, or not at all. Same inputs and settings give the same bytes.",
    "joinedup benchmark survey.csv.gz --index balanced --area icb_code --geography icb-2022 --weight weight -o "
    "results\n"
    "joinedup benchmark --study study.json -o results --force",
    groups,
    run_benchmark_command};

} // namespace joinedup
