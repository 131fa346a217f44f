// Differences of sums that are equal but for rounding count as 0: identical answers have no variance, not a tiny one.
#pragma once

#include <cmath>
#include <limits>

namespace joinedup {

/// `difference`, or 0 where it lies within the rounding of terms whose absolute values sum to `scale`.
inline double beyond_rounding(double difference, double scale) {
  constexpr double roundings = 8 * std::numeric_limits<double>::epsilon();
  return std::fabs(difference) <= roundings * scale ? 0 : difference;
}

/// a - b, or 0 where nothing but rounding is left.
inline double minus(double a, double b) { return beyond_rounding(a - b, std::fabs(a) + std::fabs(b)); }

} // namespace joinedup
