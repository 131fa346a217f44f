// `joinedup merge`: partials of one run -> the results of one benchmark over all their files.
#include "cli/benchmark_output.hpp"
#include "cli/benchmark_request.hpp"
#include "cli/command_record.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"

#include "base/text.hpp"
#include "pipeline/partial/merge_run.hpp"
#include "report/outputs.hpp"

#include <fmt/format.h>

#include <array>
#include <optional>

namespace joinedup {

namespace {

constexpr std::array output_options{
    OptionSpec{"--output", 'o', "DIR|PART.jup", "folder of results: must be empty, or --force; a file with --partial"},
    OptionSpec{"--force",
               0,
               {},
               "replace the results of an earlier run whole; a folder that holds anything else is left alone"},
    OptionSpec{"--ranks", 0, {}, "show point ranks in the report, beside rank intervals"},
    OptionSpec{"--partial", 0, {}, "write one partial of all these, to be merged further; shards may still be missing"},
};

const std::array groups{OptionGroup{"Output", output_options}};

Diagnostics faults_of(const Arguments& arguments) {
  Diagnostics out;
  if (!arguments.has("--output"))
    out.error("J104", {}, "no place for the results was given", "-o DIR, or -o PART.jup with --partial");
  if (arguments.words.empty()) out.error("J104", {}, "no partial was given", "joinedup merge PART.jup... -o DIR");
  return out;
}

/// Arguments of the one benchmark that gives the same results: those that the partials were made by, all their files,
/// and what this command adds. They are for the run record too.
Arguments arguments_of(const PartialSet& set, const Arguments& arguments) {
  Arguments out;
  out.options.insert(set.description().options.begin(), set.description().options.end());
  out.words = set.survey_files();
  for (const char* name : {"--ranks", "--threads"})
    if (arguments.has(name)) out.options[name] = arguments.all(name);
  return out;
}

int refused(const Diagnostics& diagnostics, Talk& talk) {
  talk.diagnostics(diagnostics);
  return exit_code(diagnostics);
}

int write_partial(const PartialSet& set, const BenchmarkRequest& request, const std::string& path, Talk& talk) {
  OutputFile partial(path, Privacy::own);
  const Outcome<std::string> joined = join_partials(set, request);
  if (!joined) return refused(joined.diagnostics, talk);
  partial.write(*joined);
  partial.commit();
  talk.say(fmt::format("{} ({} bytes) holds people's answers: keep it as you keep the survey files", path,
                       with_thousands(joined->size())));
  return 0;
}

int run_merge_command(const Arguments& arguments, DiskStore& files, Talk& talk) {
  if (const Diagnostics usage = faults_of(arguments); usage.has_errors()) return refused(usage, talk);
  const std::string path = arguments.text("--output");
  Diagnostics faults;
  auto folder = arguments.has("--partial")
                    ? std::optional<OutputFolder>()
                    : OutputFolder::prepare(path, arguments.has("--force"), output_names(), faults);
  if (faults.has_errors()) return refused(faults, talk);
  const Outcome<PartialSet> set = read_partials(arguments.words, files);
  if (!set) return refused(set.diagnostics, talk);
  const Arguments told = arguments_of(*set, arguments);
  const Outcome<BenchmarkRequest> request = benchmark_request(told);
  if (!request) return refused(request.diagnostics, talk);
  if (!folder) return write_partial(*set, *request, path, talk);
  const Outcome<BenchmarkOutcome> outcome = merge_partials(*set, *request);
  talk.diagnostics(outcome.diagnostics);
  if (outcome && !talk.refuses_output(outcome.diagnostics)) {
    write_benchmark(outcome->results, command_record(told), *folder);
    say_benchmark(outcome->results, outcome.diagnostics, path, talk);
  }
  return exit_code(outcome.diagnostics, talk.strict());
}

} // namespace

const Command merge_command{
    "merge",
    "Scale",
    "partials of one run -> the results of one benchmark over all their files",
    "merge PART.jup... -o DIR",
    "Puts together what joinedup aggregate wrote, in any order and grouping, and writes the folder that one\n"
    "benchmark over all the survey files writes, byte for byte. Partials hold the options and definitions of\n"
    "their run. One that is cut short, damaged, given twice, of another run or another format, and each shard\n"
    "that is missing, is refused by name.",
    "joinedup merge part-*.jup -o results\n"
    "joinedup merge --partial part-1.jup part-2.jup -o first-half.jup",
    groups,
    run_merge_command};

} // namespace joinedup
