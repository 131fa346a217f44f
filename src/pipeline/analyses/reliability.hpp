// How well each measure tells areas apart, and how many respondents it would take.
#pragma once

#include "pipeline/analysis.hpp"

namespace joinedup {

/// Table `reliability`: a row for the index and for each indicator over the areas that are shown, with a base that is
/// not marked caution. Variance between areas by the study's estimator; that of one respondent is the mean over areas
/// of n x se2, so that weights and clusters are in it. J696 where fewer than five areas take part.
extern const Analysis reliability_analysis;

} // namespace joinedup
