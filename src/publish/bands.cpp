#include "publish/bands.hpp"

#include "stats/normal.hpp"

#include <cmath>
#include <limits>

namespace joinedup {

double inner_limit() { return normal_quantile(0.975); }

double outer_limit() { return normal_quantile(0.999); }

BandLimits band_limits(const ComparisonOptions& options) {
  const auto limit = [](double percent) { return normal_quantile(0.5 + percent / 200); };
  return {limit(options.inner),
          options.scheme == "three" ? std::numeric_limits<double>::infinity() : limit(options.outer),
          limit(options.first_limit())};
}

Band band_of(double z, bool low_is_good, const BandLimits& limits) {
  if (std::isnan(z)) return Band::none;
  const double towards_good = low_is_good ? -z : z;
  const double distance = std::abs(z);
  if (distance > limits.outer) return towards_good > 0 ? Band::much_better : Band::much_worse;
  if (distance > limits.inner) return towards_good > 0 ? Band::better : Band::worse;
  if (distance > limits.first) return towards_good > 0 ? Band::somewhat_better : Band::somewhat_worse;
  return Band::as_expected;
}

Number number(double value) { return std::isfinite(value) ? Number{value} : std::nullopt; }

Estimated with_limits(double value, double se) {
  return {number(value),
          number(se),
          number(value - inner_limit() * se),
          number(value + inner_limit() * se),
          number(value - outer_limit() * se),
          number(value + outer_limit() * se)};
}

} // namespace joinedup
