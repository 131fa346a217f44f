// Inequality across groups that have an order, such as fifths of deprivation.
#pragma once

#include <span>

namespace joinedup {

struct OrderedGroup {
  double population = 0, value = 0;
};

/// The line through the groups' values at the middle of each group's span of the population ranked from 0 to 1.
struct InequalitySlope {
  double intercept = 0; ///< the line at rank 0: the first end of the order
  double slope = 0;     ///< slope index of inequality (SII): the line at rank 1 less the line at rank 0
  double ratio = 0;     ///< relative index of inequality (RII): the line at rank 1 over the line at rank 0
};

/// Least squares weighted by population (Pamuk 1985, 10.2307/2173903; Mackenbach and Kunst
/// 1997, 10.1016/S0277-9536(96)00073-1). `groups` in their order. NaN with fewer than two groups that have people, or a
/// population below 0.
InequalitySlope slope_of_inequality(std::span<const OrderedGroup> groups);

} // namespace joinedup
