#include "stats/funnel.hpp"

#include "stats/normal.hpp"

#include <boost/math/distributions/binomial.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace joinedup {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

double z_of(double confidence) { return normal_quantile(0.5 + confidence / 2); }
bool is_share(double target, double n) { return target >= 0 && target <= 1 && n > 0; }

double from_arcsine(double angle) {
  const double sine = std::sin(std::clamp(angle, 0.0, std::numbers::pi / 2));
  return sine * sine;
}

} // namespace

ConfidenceLimits mean_funnel_limits(double target, double se, double confidence, double tau2) {
  const double reach = z_of(confidence) * std::sqrt(se * se + tau2);
  return {target - reach, target + reach};
}

ConfidenceLimits score_funnel_limits(double target, double n, double confidence) {
  if (!is_share(target, n)) return {nan, nan};
  const double reach = z_of(confidence) * std::sqrt(target * (1 - target) / n);
  return {std::max(0.0, target - reach), std::min(1.0, target + reach)};
}

ConfidenceLimits arcsine_funnel_limits(double target, double n, double confidence, double tau2) {
  if (!is_share(target, n)) return {nan, nan};
  const double angle = std::asin(std::sqrt(target));
  const double reach = z_of(confidence) * std::sqrt(1 / (4 * n) + tau2);
  return {from_arcsine(angle - reach), from_arcsine(angle + reach)};
}

double binomial_funnel_limit(double target, double n, double p) {
  if (!is_share(target, n) || !(p > 0 && p < 1)) return nan;
  const boost::math::binomial_distribution<double> draws(n, target);
  const auto below = [&](double r) { return r < 0 ? 0.0 : boost::math::cdf(draws, r); };
  // The smallest count that p does not exceed, by halving: boost's own quantile rounds outwards by side.
  double low = -1, high = n;
  while (high - low > 1) {
    const double middle = std::floor((low + high) / 2);
    (below(middle) >= p ? high : low) = middle;
  }
  const double part = (below(high) - p) / (below(high) - below(high - 1));
  return std::max(0.0, (high - part) / n);
}

} // namespace joinedup
