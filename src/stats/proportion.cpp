#include "stats/proportion.hpp"

#include "stats/normal.hpp"

#include <boost/math/distributions/beta.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace joinedup {

namespace {
constexpr ConfidenceLimits none{std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};
bool is_count(double x, double n) { return n > 0 && x >= 0 && x <= n; }
} // namespace

ConfidenceLimits wilson_limits(double x, double n, double confidence) {
  if (!is_count(x, n)) return none;
  const double z = normal_quantile(0.5 + confidence / 2);
  const double centre = 2 * x + z * z;
  const double reach = z * std::sqrt(z * z + 4 * x * (1 - x / n));
  const double scale = 2 * (n + z * z);
  return {std::max(0.0, (centre - reach) / scale), std::min(1.0, (centre + reach) / scale)};
}

ConfidenceLimits exact_limits(double x, double n, double confidence) {
  if (!is_count(x, n)) return none;
  using Beta = boost::math::beta_distribution<double>;
  const double tail = (1 - confidence) / 2;
  return {x == 0 ? 0.0 : boost::math::quantile(Beta(x, n - x + 1), tail),
          x == n ? 1.0 : boost::math::quantile(boost::math::complement(Beta(x + 1, n - x), tail))};
}

} // namespace joinedup
