// Points of one area in one run: the index they make and how it moves with each mean.
#pragma once

#include "index/normalise.hpp"

#include <span>
#include <string>
#include <vector>

namespace joinedup {

/// The lines that take means to points about the areas of the run, by min_max or z_score. Where areas do not differ,
/// every area has 50 points. `means`: [area][K], NaN missing; `goalposts` say which way is good.
std::vector<PointsLine> lines_about_areas(const std::string& normalise, std::span<const double> means,
                                          std::span<const PointsLine> goalposts);

/// The index and its derivative by every point.
struct PointIndex {
  double value = 0;
  std::vector<double> by_point; ///< [K]
};

/// The power mean of `exponent`: 1 arithmetic, others on the scale [1, 100] (RULINGS R12), where points below 0 count
/// as 0 lest one unlucky draw leave an area without index.
PointIndex index_of_points(double exponent, std::span<const double> points, std::span<const double> weights);

} // namespace joinedup
