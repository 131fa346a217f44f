#include "publish/tipping_point.hpp"

#include "publish/bands.hpp"

#include <array>
#include <cmath>

namespace joinedup {

namespace {

/// The limit next to `z`, and the z just beyond it as seen from there: a limit itself belongs to the band inside.
struct Crossing {
  double limit = 0, beyond = 0;
};

Crossing nearest_crossing(double z, const BandLimits& bands) {
  const std::array limits{-bands.outer, -bands.inner, -bands.first, bands.first, bands.inner, bands.outer};
  double nearest = -bands.inner; // an outer limit may be infinite
  for (const double limit : limits)
    if (std::abs(limit - z) < std::abs(nearest - z)) nearest = limit;
  const double outwards = nearest * 2, inwards = 0;
  return {nearest, std::nextafter(nearest, std::abs(z) > std::abs(nearest) ? inwards : outwards)};
}

} // namespace

std::optional<TippingPoint> tipping_point(double z, double spread, double rate, const BandLimits& bands) {
  if (!std::isfinite(z) || !(spread > 0) || !std::isfinite(spread) || !(rate > 0) || !(rate < 1)) return std::nullopt;
  const Crossing crossing = nearest_crossing(z, bands);
  return TippingPoint{(crossing.limit - z) * spread / (1 - rate), band_of(crossing.beyond, false, bands)};
}

} // namespace joinedup
