// What the survey files of a run say all together, whether they were read by one run or by several.
#pragma once

#include "pipeline/survey_reading.hpp"

#include <joinedup/diagnostics.hpp>
#include <joinedup/results.hpp>

#include <vector>

namespace joinedup {

struct SurveyAccount {
  Reconciliation reconciliation;
  std::vector<InputInfo> inputs;
  Diagnostics said; ///< by the files in order of name, then what only all of them show
};

SurveyAccount account_of(SurveyReading& reading, const BenchmarkSetup& setup);

} // namespace joinedup
