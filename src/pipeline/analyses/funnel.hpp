// Control limits: where an area of its precision would lie if it differed from its target by chance alone.
#pragma once

#include "pipeline/analysis.hpp"

namespace joinedup {

/// Table `funnel`: a row for each area that is shown and compared, for the index and each indicator. Limits of means
/// are target -/+ z x se; those of proportions are also exact binomial, interpolated, and by the score test, on the
/// effective number of respondents.
extern const Analysis funnel_analysis;

} // namespace joinedup
