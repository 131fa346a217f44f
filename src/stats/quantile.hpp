// Sample quantiles of types 6 and 7 (Hyndman and Fan 1996, 10.1080/00031305.1996.10473566).
#pragma once

#include <span>

namespace joinedup {

enum class QuantileType { six, seven };

/// The quantile at `p` in [0, 1] of the values that are numbers, in any order; NaN when there are none.
double quantile(std::span<const double> values, double p, QuantileType type = QuantileType::seven);

} // namespace joinedup
