// Lines through values that a definition gives: a base year's mean and standard deviation, a target, a reference.
#pragma once

#include "index/normalise.hpp"

namespace joinedup {

/// `mean` and `sd` as they were frozen: waves stay comparable.
PointsScale fit_reference_z(const NormaliserInput& input);
/// From the worst area (0) to the target (100); beyond it, above 100 unless `cap` is 100. No points where the target is
/// not better than the worst area.
PointsScale fit_distance_to_target(const NormaliserInput& input);
/// 70 + 60 (value - low) / (high - low) with low and high half the range of the areas below and above `reference`, or
/// the mean of the areas: the reference has 100 points. No points where all areas have one value.
PointsScale fit_ampi(const NormaliserInput& input);

} // namespace joinedup
