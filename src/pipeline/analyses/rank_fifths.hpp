// The analysis "rank_fifths": ranked areas in five groups of one size. Never by default: a fifth is lowest however
// alike the areas are.
#pragma once

#include "pipeline/analysis.hpp"

namespace joinedup {

extern const Analysis rank_fifths_analysis;

} // namespace joinedup
