#include "index/points_scale.hpp"

#include <cmath>

namespace joinedup {

namespace {
constexpr double tolerance = 1e-9; // of ties (RULINGS R19)
} // namespace

double PointsByRank::operator()(double value) const {
  const double mine = sign * value;
  double below = 0, equal = 0;
  for (const double other : ordered) {
    if (other < mine - tolerance)
      ++below;
    else if (other <= mine + tolerance)
      ++equal;
  }
  const double rank = average_ties ? below + (equal + 1) / 2 : below + 1;
  return per_place * (rank + offset);
}

double PointsScale::operator()(double value) const {
  if (!none.empty()) return std::numeric_limits<double>::quiet_NaN();
  if (by_rank()) return std::isnan(value) ? value : places(value);
  const double points = line(value);
  return points > most ? most : points; // NaN stays NaN
}

} // namespace joinedup
