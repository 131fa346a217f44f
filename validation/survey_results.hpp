// Respondents -> published results, by the code that `joinedup benchmark` runs after it has read and scored a file.
#pragma once

#include "respondents.hpp"

#include <joinedup/results.hpp>

namespace joinedup::validation {

/// `study`: of the analysis. `empty`: the index and its measures. Throws std::runtime_error where the product refuses.
RunResults survey_results(const Respondents& respondents, const std::vector<AreaDesign>& areas,
                          const Analysis& analysis, const StudySpec& study, const RunResults& empty);

} // namespace joinedup::validation
