// `joinedup merge`: partials of one run -> the results of one benchmark over all their files.
#include "cli/benchmark_output.hpp"
#include "cli/benchmark_request.hpp"
#include "cli/command_record.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"

#include "base/text.hpp"
#include "pipeline/partial/merge_run.hpp"
#include "pipeline/partial/merge_shared.hpp"
#include "report/outputs.hpp"

#include <fmt/format.h>

#include <algorithm>
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

void write_results(const Outcome<BenchmarkOutcome>& outcome, const Arguments& told, const std::string& path,
                   OutputFolder& folder, Talk& talk) {
  talk.diagnostics(outcome.diagnostics);
  if (!outcome || talk.refuses_output(outcome.diagnostics)) return;
  write_benchmark(outcome->results, command_record(told), folder);
  say_benchmark(outcome->results, outcome.diagnostics, path, talk);
}

bool any_is_shared(const std::vector<std::string>& paths, DiskStore& files) {
  return std::any_of(paths.begin(), paths.end(), [&](const std::string& path) {
    const auto text = files.text(path);
    return text && is_shared_partial(*text);
  });
}

/// The run record names the partials where others name survey files, and --share, so that verify knows.
int merge_what_is_shared(const Arguments& arguments, DiskStore& files, OutputFolder* folder, Talk& talk) {
  const Outcome<SharedSet> set = read_shared(arguments.words, files);
  Diagnostics faults = set.diagnostics;
  if (folder == nullptr)
    faults.error("J175", {}, "--partial is for partials made without --share", "merge all shared ones at once");
  if (!set || faults.has_errors()) return refused(faults, talk);
  Arguments told;
  told.options.insert(set->partials.front().options.begin(), set->partials.front().options.end());
  for (const SharedPartial& one : set->partials)
    told.words.push_back(one.path);
  for (const char* name : {"--ranks", "--threads"})
    if (arguments.has(name)) told.options[name] = arguments.all(name);
  const Outcome<BenchmarkRequest> request = benchmark_request(told);
  if (!request) return refused(request.diagnostics, talk);
  const Outcome<BenchmarkOutcome> outcome = merge_shared(*set, *request);
  told.options["--share"] = {};
  write_results(outcome, told, arguments.text("--output"), *folder, talk);
  return exit_code(outcome.diagnostics, talk.strict());
}

int run_merge_command(const Arguments& arguments, DiskStore& files, Talk& talk) {
  if (const Diagnostics usage = faults_of(arguments); usage.has_errors()) return refused(usage, talk);
  const std::string path = arguments.text("--output");
  Diagnostics faults;
  auto folder = arguments.has("--partial")
                    ? std::optional<OutputFolder>()
                    : OutputFolder::prepare(path, arguments.has("--force"), output_names(), faults);
  if (faults.has_errors()) return refused(faults, talk);
  if (any_is_shared(arguments.words, files))
    return merge_what_is_shared(arguments, files, folder ? &*folder : nullptr, talk);
  const Outcome<PartialSet> set = read_partials(arguments.words, files);
  if (!set) return refused(set.diagnostics, talk);
  const Arguments told = arguments_of(*set, arguments);
  const Outcome<BenchmarkRequest> request = benchmark_request(told);
  if (!request) return refused(request.diagnostics, talk);
  if (!folder) return write_partial(*set, *request, path, talk);
  const Outcome<BenchmarkOutcome> outcome = merge_partials(*set, *request);
  write_results(outcome, told, path, *folder, talk);
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
    "that is missing, is refused by name. Shared partials (aggregate --share) are merged with their like\n"
    "alone; the report then says what they withhold.",
    "joinedup merge part-*.jup -o results\n"
    "joinedup merge --partial part-1.jup part-2.jup -o first-half.jup",
    groups,
    run_merge_command};

} // namespace joinedup
