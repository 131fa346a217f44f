// `joinedup benchmark`: survey files -> a folder with the index and indicators by area, and a report.
#include "cli/benchmark_options.hpp"
#include "cli/benchmark_output.hpp"
#include "cli/benchmark_request.hpp"
#include "cli/command_record.hpp"
#include "cli/commands.hpp"
#include "cli/lines_text.hpp"
#include "cli/output.hpp"
#include "cli/survey_options.hpp"

#include "pipeline/benchmark_run.hpp"
#include "report/outputs.hpp"

#include <fmt/format.h>

#include <array>
#include <optional>

namespace joinedup {

namespace {

constexpr std::array output_options{
    OptionSpec{"--output", 'o', "DIR", "folder of results: must be empty, or --force"},
    OptionSpec{"--force",
               0,
               {},
               "replace the results of an earlier run whole; a folder that holds anything else is left alone"},
    OptionSpec{"--dry-run", 0, {}, "say what would be read, by headings alone; no record is read"},
    OptionSpec{"--ranks", 0, {}, "show point ranks in the report, beside rank intervals"},
    OptionSpec{"--timings", 0, {}, "say on standard error how long each stage took; no result tells"},
};

const std::array groups{OptionGroup{"Benchmark", benchmark_options()}, OptionGroup{"Output", output_options},
                        OptionGroup{"Scoring", scoring_options()}, OptionGroup{"Columns", column_options()},
                        OptionGroup{"Reading", reader_options()}};

/// All faults of usage at once; the folder's first, as it is asked for first.
Outcome<BenchmarkRequest> request_of(const Arguments& arguments) {
  Diagnostics faults;
  if (!arguments.has("--output") && !arguments.has("--dry-run"))
    faults.error("J104", {}, "no folder for the results was given", "-o DIR");
  Outcome<BenchmarkRequest> out = benchmark_request(arguments);
  faults.merge(out.diagnostics);
  if (faults.has_errors()) return Outcome<BenchmarkRequest>::failure(std::move(faults));
  return {std::move(*out), std::move(faults)};
}

int say_outline(const BenchmarkRequest& request, DiskStore& files, Talk& talk) {
  const Outcome<BenchmarkOutline> outline = outline_benchmark(request, files);
  talk.diagnostics(outline.diagnostics);
  if (outline) {
    talk.show(lines_text(outline->lines));
    talk.show("\n" + lines_text(setting_lines("settings", outline->settings)));
    talk.say(" dry run: definitions and headings were read, no record was, and nothing was written");
  }
  return exit_code(outline.diagnostics, talk.strict());
}

void say_times(const StageTimes& times, Talk& talk) {
  for (const StageTime& one : times.times())
    talk.say(fmt::format(" {:24} {:8.3f} s {:8.3f} s of processor time", one.stage, one.seconds, one.processor));
}

int run_benchmark_command(const Arguments& arguments, DiskStore& files, Talk& talk) {
  const Outcome<BenchmarkRequest> request = request_of(arguments);
  if (!request) {
    talk.diagnostics(request.diagnostics);
    return exit_code(request.diagnostics);
  }
  if (arguments.has("--dry-run")) return say_outline(*request, files, talk);
  Diagnostics faults;
  const std::string path = arguments.text("--output");
  auto folder = OutputFolder::prepare(path, arguments.has("--force"), output_names(), faults);
  if (!folder) {
    talk.diagnostics(faults);
    return exit_code(faults);
  }
  std::optional<OutputFile> rejects;
  if (arguments.has("--rejects")) rejects.emplace(arguments.text("--rejects"), Privacy::own);
  Outcome<BenchmarkOutcome> outcome = run_benchmark(*request, files);
  talk.diagnostics(outcome.diagnostics);
  if (outcome && !talk.refuses_output(outcome.diagnostics)) {
    write_benchmark(outcome->results, command_record(arguments), *folder);
    if (rejects) {
      rejects->write(outcome->rejects);
      rejects->commit();
    }
    outcome->times.mark("writing");
    say_benchmark(outcome->results, outcome.diagnostics, path, talk);
    if (arguments.has("--timings")) say_times(outcome->times, talk);
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
