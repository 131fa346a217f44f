#include "index/normalisers/areas.hpp"

#include "index/normalisers/goalposts.hpp"
#include "index/normalisers/parts.hpp"
#include "stats/moments.hpp"

#include <cmath>

namespace joinedup {

PointsScale fit_min_max(const NormaliserInput& input) {
  const AreaEnds ends = ends_of(input.areas);
  if (!(ends.low < ends.high)) return no_points("all areas have the same value");
  PointsScale out;
  const double from = parameter(input, "min_max", "from"), to = parameter(input, "min_max", "to");
  const PointsLine hundred = goalposts_line({ends.low, ends.high, input.goalposts.low_is_good});
  out.line = {from + hundred.intercept * (to - from) / 100, hundred.slope * (to - from) / 100};
  return out;
}

PointsScale fit_distance_to_max(const NormaliserInput& input) {
  const AreaEnds ends = ends_of(input.areas);
  if (!(ends.low < ends.high)) return no_points("all areas have the same value");
  PointsScale out;
  out.line = goalposts_line({ends.low, ends.high, input.goalposts.low_is_good});
  return out;
}

PointsScale fit_z_score(const NormaliserInput& input) {
  const Moments m = moments(input.areas);
  if (m.n < 2) return no_points("fewer than two areas have a value");
  if (!(m.sd > 0)) return no_points("all areas have the same value");
  const auto n = static_cast<double>(m.n);
  const bool population = input.choice != nullptr && input.choice->word("sd") == "population";
  PointsScale out;
  out.line = line_about(m.mean, population ? m.sd * std::sqrt((n - 1) / n) : m.sd, input, "z_score");
  return out;
}

PointsScale fit_fraction_of_max(const NormaliserInput& input) {
  const AreaEnds ends = ends_of(input.areas);
  const double sign = input.goalposts.low_is_good ? -1 : 1;
  const double most = input.goalposts.low_is_good ? -ends.low : ends.high;
  if (!(most > 0)) return no_points("the highest value is not above 0, so there are no fractions of it");
  PointsScale out;
  out.line = {0, 100 * sign / most};
  return out;
}

} // namespace joinedup
