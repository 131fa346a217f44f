// `joinedup benchmark`: survey files -> a folder with the index and indicators by area, and a report.
#include "cli/benchmark_request.hpp"
#include "cli/command_record.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/summary.hpp"
#include "cli/survey_options.hpp"

#include "pipeline/benchmark_run.hpp"
#include "report/outputs.hpp"

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

void write_results(const std::vector<OutputText>& outputs, OutputFolder& folder) {
  for (const OutputText& output : outputs)
    folder.write(output.name, output.text);
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
  for (const char* name :
       {"index.csv", "indicators.csv", "report.html", "workbook.xlsx", "results.json", "datapackage.json", "run.json"})
    written += fmt::format("{}{}", written.empty() ? "" : "  ", in_folder(folder, name));
  if (!results.tables.empty()) written += "  " + in_folder(folder, "table_*.csv");
  talk.say(written);
}

/// What only a run that writes a folder needs.
Diagnostics check_output(const Arguments& arguments) {
  Diagnostics faults;
  if (!arguments.has("--output")) faults.error("J104", {}, "no folder for the results was given", "-o DIR");
  return faults;
}

int run_benchmark_command(const Arguments& arguments, DiskStore& files, Talk& talk) {
  const Outcome<BenchmarkRequest> request = benchmark_request(arguments);
  Diagnostics faults = check_output(arguments);
  faults.merge(request.diagnostics);
  if (!request || faults.has_errors()) {
    talk.diagnostics(faults);
    return exit_code(faults);
  }
  const std::string path = arguments.text("--output");
  auto folder = OutputFolder::prepare(path, arguments.has("--force"), output_names(), faults);
  if (!folder) {
    talk.diagnostics(faults);
    return exit_code(faults);
  }
  std::optional<OutputFile> rejects;
  if (arguments.has("--rejects")) rejects.emplace(arguments.text("--rejects"), Privacy::own);
  const Outcome<BenchmarkOutcome> outcome = run_benchmark(*request, files);
  talk.diagnostics(outcome.diagnostics);
  if (outcome && !talk.refuses_output(outcome.diagnostics)) {
    write_results(run_outputs(outcome->results, command_record(arguments)), *folder);
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
