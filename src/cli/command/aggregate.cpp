// `joinedup aggregate`: survey files -> a partial that `joinedup merge` puts together with others.
#include "cli/benchmark_options.hpp"
#include "cli/benchmark_request.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/survey_options.hpp"

#include "base/text.hpp"
#include "pipeline/partial/aggregate_run.hpp"
#include "pipeline/partial/share_run.hpp"

#include <fmt/format.h>

#include <array>
#include <optional>

namespace joinedup {

namespace {

constexpr std::array output_options{
    OptionSpec{"--output", 'o', "PART.jup", "the partial (mode 0600): it holds people's answers"},
    OptionSpec{"--share",
               0,
               {},
               "a partial that may leave the house: sums over groups of ten or more, with what it withholds"},
    OptionSpec{"--shard", 0, "K/N",
               "only file K, K+N, K+2N ... of those named, in order of name; the merge then knows of all N"},
};

const std::array groups{OptionGroup{"Benchmark", benchmark_options()}, OptionGroup{"Output", output_options},
                        OptionGroup{"Scoring", scoring_options()}, OptionGroup{"Columns", column_options()},
                        OptionGroup{"Reading", reader_options()}};

struct Shard {
  std::uint64_t number = 0, of = 0;
};

Shard shard_of(const Arguments& arguments, Diagnostics& faults) {
  constexpr std::uint64_t most = 100000;
  if (!arguments.has("--shard")) return {};
  const std::string text = arguments.text("--shard");
  const std::size_t slash = text.find('/');
  const auto number = parse_whole(text.substr(0, slash));
  const auto of = slash == std::string::npos ? std::nullopt : parse_whole(text.substr(slash + 1));
  if (number && of && *number >= 1 && *number <= *of && *of <= most) return {*number, *of};
  faults.error("J108", {}, fmt::format("--shard {}: K/N was expected, with K from 1 to N", text),
               "of four shards the first is --shard 1/4");
  return {};
}

/// What the merge needs to make the request again: all that this command takes, but where to write.
std::map<std::string, std::vector<std::string>> options_to_tell(const Arguments& arguments) {
  std::map<std::string, std::vector<std::string>> out;
  for (const OptionGroup& group : groups)
    for (const OptionSpec& spec : group.options)
      if (arguments.has(spec.name)) out[std::string(spec.name)] = arguments.all(spec.name);
  for (const char* name : {"--output", "--shard", "--share"})
    out.erase(name);
  if (arguments.has("--rejects")) out["--rejects"] = {};
  return out;
}

Outcome<AggregateRequest> request_of(const Arguments& arguments) {
  Diagnostics faults;
  if (!arguments.has("--output")) faults.error("J104", {}, "no file for the partial was given", "-o PART.jup");
  Outcome<BenchmarkRequest> benchmark = benchmark_request(arguments, "aggregate");
  faults.merge(benchmark.diagnostics);
  const Shard shard = shard_of(arguments, faults);
  if (arguments.has("--share") && arguments.has("--shard"))
    faults.error("J176", {}, "--share does without shards: groups that are cut up are small",
                 "give all files of the survey to one joinedup aggregate --share");
  if (faults.has_errors()) return Outcome<AggregateRequest>::failure(std::move(faults));
  return {AggregateRequest{std::move(*benchmark), options_to_tell(arguments), shard.number, shard.of},
          std::move(faults)};
}

std::string said_of(const std::string& path, std::size_t bytes, bool share) {
  return fmt::format("{} ({} bytes) {}", path, with_thousands(bytes),
                     share ? "is made to be exchanged: look what it tells before you send it"
                           : "holds people's answers: keep it as you keep the survey files");
}

int run_aggregate_command(const Arguments& arguments, DiskStore& files, Talk& talk) {
  const Outcome<AggregateRequest> request = request_of(arguments);
  if (!request) {
    talk.diagnostics(request.diagnostics);
    return exit_code(request.diagnostics);
  }
  const bool share = arguments.has("--share");
  const std::string path = arguments.text("--output");
  OutputFile partial(path, share ? Privacy::shared : Privacy::own);
  std::optional<OutputFile> rejects;
  if (arguments.has("--rejects")) rejects.emplace(arguments.text("--rejects"), Privacy::own);
  const Outcome<AggregateOutcome> outcome = share ? run_share(*request, files) : run_aggregate(*request, files);
  talk.diagnostics(outcome.diagnostics);
  if (outcome && !talk.refuses_output(outcome.diagnostics)) {
    partial.write(outcome->partial);
    partial.commit();
    if (rejects) {
      rejects->write(outcome->rejects);
      rejects->commit();
    }
    talk.settings(outcome->settings, outcome->inputs);
    talk.reconciliation(outcome->reconciliation);
    talk.say(said_of(path, outcome->partial.size(), share));
  }
  return exit_code(outcome.diagnostics, talk.strict());
}

} // namespace

const Command aggregate_command{
    "aggregate",
    "Scale",
    "survey files -> a partial, to be merged with others of the same run",
    "aggregate [--study STUDY.json | --index PRESET|FILE.json --area COL] [OPTIONS] FILE... -o PART.jup",
    "Reads and scores survey files as benchmark does, with the same options, and writes what they add up to.\n"
    "joinedup merge puts partials together and gives what one benchmark over all files gives, byte for byte.\n"
    "Every task of a batch can have the same command but for --shard K/N: each takes its share of the files,\n"
    "and the merge says by name what is missing. A partial holds sums, and where raking, case mix or\n"
    "replicates ask for them scored records; it is private (mode 0600), appears whole or not at all, and a\n"
    "damaged one is refused. With --share it is a text file that may be sent to others, who merge it with\n"
    "those of other organisations: sums by area over groups of ten people or more, no records, and what is\n"
    "withheld. See docs/batch.md.",
    "joinedup aggregate north.csv --index balanced --area icb_code -o north.jup\n"
    "joinedup aggregate --share ours.csv --study national.json -o ours.jup\n"
    "joinedup aggregate --study study.json --shard 2/4 -o part-2.jup",
    groups,
    run_aggregate_command};

} // namespace joinedup
