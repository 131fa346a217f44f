#include "stats/rate.hpp"

#include "stats/normal.hpp"

#include <boost/math/distributions/chi_squared.hpp>

#include <cmath>
#include <limits>

namespace joinedup {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double few_events = 10; // Byar's approximation is used from here on

double byar(double count, double z) {
  const double root = 1 - 1 / (9 * count) + z / (3 * std::sqrt(count));
  return count * root * root * root;
}

} // namespace

ConfidenceLimits exact_poisson_limits(double events, double confidence) {
  if (!(events >= 0)) return {nan, nan};
  using ChiSquared = boost::math::chi_squared_distribution<double>;
  const double tail = (1 - confidence) / 2;
  return {events == 0 ? 0.0 : boost::math::quantile(ChiSquared(2 * events), tail) / 2,
          boost::math::quantile(boost::math::complement(ChiSquared(2 * events + 2), tail)) / 2};
}

ConfidenceLimits byar_limits(double events, double confidence) {
  if (!(events >= 0)) return {nan, nan};
  const double z = normal_quantile(0.5 + confidence / 2);
  return {events == 0 ? 0.0 : byar(events, -z), byar(events + 1, z)};
}

ConfidenceLimits count_limits(double events, double confidence) {
  return events < few_events ? exact_poisson_limits(events, confidence) : byar_limits(events, confidence);
}

WithLimits rate(double events, double exposure, double per, double confidence) {
  if (!(exposure > 0)) return {nan, {nan, nan}};
  const ConfidenceLimits limits = count_limits(events, confidence);
  const double scale = per / exposure;
  return {scale * events, {scale * limits.low, scale * limits.high}};
}

} // namespace joinedup
