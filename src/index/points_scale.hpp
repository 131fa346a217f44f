// A fitted normalisation: own units -> points. Nearly all are straight lines, so that sampling errors of means carry
// over to points; the fit is held as it was made, and its own error is not counted.
#pragma once

#include <limits>
#include <string>
#include <vector>

namespace joinedup {

/// points = intercept + slope * value.
struct PointsLine {
  double intercept = 0, slope = 0;
  double operator()(double value) const { return intercept + slope * value; }
};

/// Points by place among the areas: per_place x (rank from below + offset), rank 1 = the worst.
struct PointsByRank {
  std::vector<double> ordered; ///< values of the areas times `sign`, ascending
  double sign = 1;             ///< -1 where low is good
  double offset = 0, per_place = 1;
  bool average_ties = false; ///< tied areas share the mean of their places, else the lowest of them

  double operator()(double value) const; ///< of any value, an area's or not
};

struct PointsScale {
  PointsLine line;
  double most = std::numeric_limits<double>::infinity(); ///< points are cut off above; the line's slope stays
  PointsByRank places;                                   ///< used where it has areas
  std::string none;                                      ///< why there are no points; empty = there are

  bool by_rank() const { return !places.ordered.empty(); }
  double operator()(double value) const; ///< NaN where there are no points
};

} // namespace joinedup
