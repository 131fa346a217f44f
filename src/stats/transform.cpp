#include "stats/transform.hpp"

#include <cmath>
#include <limits>

namespace joinedup {

namespace {
constexpr Transformed none{std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};
} // namespace

Transformed arcsine_proportion(double x, double n) {
  if (!(n > 0 && x >= 0 && x <= n)) return none;
  return {std::asin(std::sqrt(x / n)), 1 / (2 * std::sqrt(n))};
}

Transformed sqrt_ratio(double observed, double expected) {
  if (!(observed >= 0 && expected > 0)) return none;
  return {std::sqrt(observed / expected), 1 / (2 * std::sqrt(expected))};
}

Transformed log_ratio(double observed, double expected) {
  if (!(observed > 0 && expected > 0)) return none;
  return {std::log(observed / expected), 1 / std::sqrt(expected)};
}

Transformed log_ratio_of_counts(double a, double b) {
  if (!(a >= 0 && b >= 0)) return none;
  const double p = a + 0.5, q = b + 0.5;
  return {std::log(p / q), std::sqrt(a / (p * p) + b / (q * q))};
}

} // namespace joinedup
