#include "index/normalisers/goalposts.hpp"

namespace joinedup {

PointsLine goalposts_line(const Goalposts& goalposts) {
  const double slope = 100.0 / (goalposts.high - goalposts.low);
  if (goalposts.low_is_good) return {goalposts.high * slope, -slope};
  return {-goalposts.low * slope, slope};
}

PointsScale fit_goalposts(const NormaliserInput& input) {
  PointsScale out;
  out.line = goalposts_line(input.goalposts);
  return out;
}

} // namespace joinedup
