// Lines through what the areas of the run have: their ends, or their mean and standard deviation. An area's points move
// when another joins or leaves.
#pragma once

#include "index/normalise.hpp"

namespace joinedup {

/// No points where all areas have one value, or there are none.
PointsScale fit_min_max(const NormaliserInput& input);
/// The same as min_max from 0 to 100, said as a distance.
PointsScale fit_distance_to_max(const NormaliserInput& input);
/// No points with fewer than two areas or a standard deviation of 0.
PointsScale fit_z_score(const NormaliserInput& input);
/// Values turned round (times -1) where low is good; no points where the highest is not above 0.
PointsScale fit_fraction_of_max(const NormaliserInput& input);

} // namespace joinedup
