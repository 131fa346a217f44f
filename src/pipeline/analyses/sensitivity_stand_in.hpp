// What stands in a run for the measures that an area lacks.
#pragma once

#include "index/frame.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

/// Points of an area with nothing missing.
struct StandIn {
  std::vector<double> points;
  std::vector<std::vector<double>> share; ///< [missing indicator][K] of the area's own points; else empty
  std::vector<double> variance;           ///< [K] of a value that is taken from other areas; else 0
};

/// What other areas offer for a measure: mean, median and standard deviation of their points.
struct GroupPoints {
  double mean = 0, median = 0, sd = 0;
  std::size_t areas = 0;
};

/// `points`: [area][K] of a run, NaN missing. Groups are regions; one of fewer than two areas that have the measure,
/// takes all areas. [area][K]
std::vector<std::vector<GroupPoints>> group_points(const std::vector<std::vector<double>>& points,
                                                   std::span<const std::string> region);

/// levels, deviations: the mean of the points that the area has in the domain (or at all), as they are or as deviations
/// from the whole. group_mean, group_median: of `group`; as deviations where no two areas have the measure.
StandIn stand_in(std::string_view imputation, std::span<const double> points, std::span<const double> whole,
                 std::span<const double> weights, const IndexFrame& frame, std::span<const GroupPoints> group);

} // namespace joinedup
