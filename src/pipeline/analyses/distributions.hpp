// How respondents' scores are spread, all areas together: what a mean alone does not tell.
#pragma once

#include "pipeline/analysis.hpp"

namespace joinedup {

/// Table `distribution`: for each measure that a survey scores, people and weighted shares from score to score, cut at
/// the ends of the instrument's bands. Bars of fewer than the minimum are joined (publish/joined_bins.hpp). A measure
/// is left out where its whole is hidden, where not all people of the whole were counted by score, where one bar would
/// hold everybody, and where the bars of an earlier release, less these, would tell of few people.
extern const Analysis distributions_analysis;

} // namespace joinedup
