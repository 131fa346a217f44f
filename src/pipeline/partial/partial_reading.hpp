// What both kinds of partial are made from: a run's survey files, read and accounted for.
#pragma once

#include "pipeline/benchmark_setup.hpp"
#include "pipeline/library.hpp"
#include "pipeline/partial/aggregate_run.hpp"
#include "pipeline/survey_account.hpp"
#include "pipeline/survey_reading.hpp"

#include <joinedup/diagnostics.hpp>

#include <optional>
#include <vector>

namespace joinedup {

/// The results ask which geographies know the areas, where none was named: the tape must hold them.
void look_at_geographies(const BenchmarkSetup& setup, const Library& library);

struct PartialReading {
  SurveyReading reading;
  SurveyAccount account;
};

/// Nothing where a fault stops the run; all faults are in `said`. `names`: ReadingChoices::for_a_partial.
std::optional<PartialReading> read_for_partial(const BenchmarkSetup& setup, const std::vector<SurveyInput>& inputs,
                                               const SurveyRequest& survey, bool names, const Library& library,
                                               FileStore& files, Diagnostics& said);

/// All that the command tells beside the bytes of the partial.
AggregateOutcome outcome_of(PartialReading& read, const BenchmarkSetup& setup);

} // namespace joinedup
