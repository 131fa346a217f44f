#include "pipeline/partial/partial_reading.hpp"

#include "pipeline/run_checks.hpp"
#include "pipeline/whole_area.hpp"

#include <utility>

namespace joinedup {

void look_at_geographies(const BenchmarkSetup& setup, const Library& library) {
  if (setup.geography() != nullptr) return;
  for (const std::string& id : library.geography_ids())
    static_cast<void>(library.geography(id));
}

std::optional<PartialReading> read_for_partial(const BenchmarkSetup& setup, const std::vector<SurveyInput>& inputs,
                                               const SurveyRequest& survey, bool names, const Library& library,
                                               FileStore& files, Diagnostics& said) {
  SurveyReading reading = read_surveys(
      setup, inputs, {survey.set_rejects_aside, survey.show_values, names, survey.threads, survey.block_bytes}, files);
  SurveyAccount account = account_of(reading, setup);
  said.merge(account.said);
  if (said.has_errors() && !(survey.set_rejects_aside && only_rejected_records(said))) return std::nullopt;
  const Diagnostics whole = whole_among_areas(reading.names->areas, library);
  said.merge(whole);
  if (whole.has_errors()) return std::nullopt;
  return PartialReading{std::move(reading), std::move(account)};
}

AggregateOutcome outcome_of(PartialReading& read, const BenchmarkSetup& setup) {
  AggregateOutcome out;
  out.rejects = std::move(read.reading.rejects);
  out.reconciliation = std::move(read.account.reconciliation);
  out.inputs = std::move(read.account.inputs);
  for (const auto& list : {setup.study.files, setup.survey.files, setup.tables.files, setup.scorers.files()})
    out.inputs.insert(out.inputs.end(), list.begin(), list.end());
  out.settings = setup.study.settings;
  out.settings.insert(out.settings.end(), setup.survey.settings.begin(), setup.survey.settings.end());
  return out;
}

} // namespace joinedup
