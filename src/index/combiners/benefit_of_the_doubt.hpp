// Each area with the weights that are best for it, within limits on what any part may count for. No slopes: weights
// move with the areas.
#pragma once

#include "index/combine.hpp"

namespace joinedup {

/// 100 x the largest sum of weight x part with no area above 1 by the same weights, and each part's share of the sum
/// from `lower` to `upper`. The weights given say only which parts there are. NaN where the area lacks a part, has a
/// negative one, or can have no such shares; areas that lack one are not held against it.
Combined combine_with_benefit_of_the_doubt(const CombinerInput& input);

} // namespace joinedup
