#include "index/normalisers/references.hpp"

#include "index/normalisers/parts.hpp"
#include "stats/moments.hpp"

#include <cmath>

namespace joinedup {

PointsScale fit_reference_z(const NormaliserInput& input) {
  const double mean = parameter(input, "reference_z", "mean"), sd = parameter(input, "reference_z", "sd");
  if (!(sd > 0) || !std::isfinite(mean)) return no_points("the definition gives no mean and standard deviation");
  PointsScale out;
  out.line = line_about(mean, sd, input, "reference_z");
  return out;
}

PointsScale fit_distance_to_target(const NormaliserInput& input) {
  const AreaEnds ends = ends_of(input.areas);
  const double worst = input.goalposts.low_is_good ? ends.high : ends.low;
  const double target = parameter(input, "distance_to_target", "target");
  const double way = input.goalposts.low_is_good ? worst - target : target - worst;
  if (!(way > 0)) return no_points("the target is not better than the worst area");
  PointsScale out;
  out.line.slope = 100 / (target - worst);
  out.line.intercept = -worst * out.line.slope;
  if (input.choice != nullptr && input.choice->word("cap") == "100") out.most = 100;
  return out;
}

PointsScale fit_ampi(const NormaliserInput& input) {
  const AreaEnds ends = ends_of(input.areas);
  if (!(ends.low < ends.high)) return no_points("all areas have the same value");
  const double given = parameter(input, "ampi", "reference");
  const double reference = std::isfinite(given) ? given : moments(input.areas).mean;
  const double slope = (input.goalposts.low_is_good ? -60 : 60) / (ends.high - ends.low);
  PointsScale out;
  out.line = {100 - slope * reference, slope};
  return out;
}

} // namespace joinedup
