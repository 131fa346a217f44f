#include "pipeline/partial/aggregate_run.hpp"

#include "base/text.hpp"
#include "pipeline/partial/partial.hpp"
#include "pipeline/run_checks.hpp"
#include "pipeline/survey_account.hpp"
#include "pipeline/whole_area.hpp"

#include <joinedup/version.hpp>

#include <fmt/format.h>

namespace joinedup {

namespace {

/// The results ask which geographies know the areas, where none was named: the tape must hold them.
void look_at_geographies(const Library& library) {
  for (const std::string& id : library.geography_ids())
    static_cast<void>(library.geography(id));
}

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
  if (setup->geography() == nullptr) look_at_geographies(library);
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
  const SurveyRequest& survey = request.benchmark.survey;
  SurveyReading reading =
      read_surveys(*setup, inputs,
                   {survey.set_rejects_aside, survey.show_values, true, survey.threads, survey.block_bytes}, recorder);
  SurveyAccount account = account_of(reading, *setup);
  said.merge(account.said);
  if (said.has_errors() && !(survey.set_rejects_aside && only_rejected_records(said))) return failure();
  const Diagnostics whole = whole_among_areas(reading.names->areas, library);
  said.merge(whole);
  if (whole.has_errors()) return failure();
  AggregateOutcome out;
  out.rejects = std::move(reading.rejects);
  out.reconciliation = std::move(account.reconciliation);
  out.inputs = std::move(account.inputs);
  for (const auto& list : {setup->study.files, setup->survey.files, setup->tables.files, setup->scorers.files()})
    out.inputs.insert(out.inputs.end(), list.begin(), list.end());
  out.settings = setup->study.settings;
  out.settings.insert(out.settings.end(), setup->survey.settings.begin(), setup->survey.settings.end());
  description.found = reading.found;
  description.files = std::move(reading.files);
  out.partial = partial_bytes(std::move(description), *reading.names, *reading.sums);
  return {std::move(out), std::move(said)};
}

} // namespace joinedup
