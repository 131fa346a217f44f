// How sure the place of an area is: expected rank, and the chances of being among the highest or lowest fifth.
#pragma once

#include "pipeline/analysis.hpp"

namespace joinedup {

/// Table `rank_chances` over the areas that have a rank: expected rank by pairs, and shares of draws (normal, areas
/// independent, a stream of its own for each area, so that the seed alone decides).
extern const Analysis rank_chances_analysis;

} // namespace joinedup
