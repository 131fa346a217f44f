#include "pipeline/partial/aggregate_run.hpp"

#include "base/text.hpp"
#include "pipeline/partial/partial.hpp"
#include "pipeline/partial/partial_reading.hpp"

#include <joinedup/version.hpp>

#include <fmt/format.h>

namespace joinedup {

namespace {

std::vector<SurveyInput> of_shard(const std::vector<SurveyInput>& inputs, const AggregateRequest& request) {
  if (request.shards == 0) return inputs;
  std::vector<SurveyInput> out;
  for (std::size_t at = request.shard - 1; at < inputs.size(); at += request.shards)
    out.push_back(inputs[at]);
  return out;
}

} // namespace

Outcome<AggregateOutcome> run_aggregate(const AggregateRequest& request, FileStore& files) {
  RecordingStore recorder(files);
  const Library library(recorder);
  Outcome<BenchmarkSetup> setup = set_up_benchmark(request.benchmark, library, recorder);
  Diagnostics said = std::move(setup.diagnostics);
  const auto failure = [&said] { return Outcome<AggregateOutcome>::failure(std::move(said)); };
  if (!setup) return failure();
  const std::vector<SurveyInput> all = inputs_in_order(*setup);
  if (all.empty()) {
    said.error("J101", {}, "no survey file is given, and the index is of tables alone",
               "joinedup benchmark makes it at once: there is nothing to cut up");
    return failure();
  }
  look_at_geographies(*setup, library);
  PartialDescription description;
  description.version = version;
  description.options = request.options;
  description.tape = recorder.take();
  description.files_named = !request.benchmark.survey.files.empty();
  description.shards = request.shards;
  if (request.shards > 0) {
    description.held.push_back(request.shard);
    for (const SurveyInput& input : all)
      description.inputs.push_back(input.path);
  }
  const std::vector<SurveyInput> inputs = of_shard(all, request);
  if (inputs.empty())
    said.note("J174", {},
              fmt::format("shard {} of {} holds no file: {} {} named", request.shard, request.shards, all.size(),
                          all.size() == 1 ? "is" : "are"),
              "its partial is empty, and the merge asks for it all the same");
  auto read = read_for_partial(*setup, inputs, request.benchmark.survey, true, library, recorder, said);
  if (!read) return failure();
  AggregateOutcome out = outcome_of(*read, *setup);
  description.found = read->reading.found;
  description.files = std::move(read->reading.files);
  out.partial = partial_bytes(std::move(description), *read->reading.names, *read->reading.sums);
  return {std::move(out), std::move(said)};
}

} // namespace joinedup
