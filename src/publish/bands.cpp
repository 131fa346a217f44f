#include "publish/bands.hpp"

#include "stats/normal.hpp"

#include <cmath>

namespace joinedup {

double inner_limit() { return normal_quantile(0.975); }

double outer_limit() { return normal_quantile(0.999); }

Band band_of(double z, bool low_is_good) {
  if (std::isnan(z)) return Band::none;
  const double towards_good = low_is_good ? -z : z;
  const double distance = std::abs(z);
  if (distance > outer_limit()) return towards_good > 0 ? Band::much_better : Band::much_worse;
  if (distance > inner_limit()) return towards_good > 0 ? Band::better : Band::worse;
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
