#include "stats/inequality.hpp"

#include <limits>

namespace joinedup {

InequalitySlope slope_of_inequality(std::span<const OrderedGroup> groups) {
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  double people = 0, sum_value = 0;
  for (const OrderedGroup& g : groups) {
    if (!(g.population >= 0)) return {nan, nan, nan};
    people += g.population;
    sum_value += g.population * g.value;
  }
  const double mean_value = sum_value / people;
  // The mean of the middles of spans that fill 0 to 1, weighted by their length, is one half whatever the groups.
  double below = 0, products = 0, squares = 0;
  for (const OrderedGroup& g : groups) {
    const double from_middle = (below + g.population / 2) / people - 0.5;
    products += g.population * from_middle * (g.value - mean_value);
    squares += g.population * from_middle * from_middle;
    below += g.population;
  }
  if (!(squares > 0)) return {nan, nan, nan};
  const double slope = products / squares, intercept = mean_value - slope / 2;
  return {intercept, slope, (intercept + slope) / intercept};
}

} // namespace joinedup
