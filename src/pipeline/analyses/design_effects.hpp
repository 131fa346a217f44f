// How much weights, strata and clusters cost: design effects of every mean that is shown.
#pragma once

#include "pipeline/analysis.hpp"

namespace joinedup {

extern const Analysis design_effects_analysis;

} // namespace joinedup
