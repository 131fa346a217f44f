// What the survey files gave -> published results.
#pragma once

#include "pipeline/benchmark_run.hpp"
#include "pipeline/survey_reading.hpp"

#include <joinedup/outcome.hpp>

namespace joinedup {

/// The second half of a benchmark, the same for one run over all files and for the merge of partials. `said`: by the
/// setup. The reading is used up.
Outcome<BenchmarkOutcome> benchmark_results(const BenchmarkRequest& request, const Library& library,
                                            BenchmarkSetup& setup, SurveyReading& reading, Diagnostics said,
                                            StageTimes times = {});

} // namespace joinedup
