#include "index/normalisers/goalposts.hpp"

namespace joinedup {

PointsLine fit_goalposts(const Goalposts& goalposts) {
  const double slope = 100.0 / (goalposts.high - goalposts.low);
  if (goalposts.low_is_good) return {goalposts.high * slope, -slope};
  return {-goalposts.low * slope, slope};
}

} // namespace joinedup
