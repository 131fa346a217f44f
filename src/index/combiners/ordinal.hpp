// Methods that look at order only. They have no slopes, so an index made by them has no sampling error here.
#pragma once

#include "index/combine.hpp"

namespace joinedup {

/// Lower weighted median: the smallest part at which half of the weight is reached.
Combined combine_by_median(const CombinerInput& input);

/// Copeland: areas that this one beats less areas that beat it. It beats another where the parts in which it is higher
/// hold more than half of the weight of the parts that both have; a tie of a part counts half for each.
Combined combine_by_copeland(const CombinerInput& input);

/// [sum w (mine > other) + sum w (equal) / 2] / sum of w where both are there; NaN where no part is.
double outranking(std::span<const double> mine, std::span<const double> other, std::span<const double> weights);

} // namespace joinedup
