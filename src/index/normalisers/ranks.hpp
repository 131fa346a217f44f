// Points by place among the areas. A place has no sampling error that could be carried on by a slope: an index of such
// points has no interval, no bands and no ranks.
#pragma once

#include "index/normalise.hpp"

namespace joinedup {

PointsScale fit_rank(const NormaliserInput& input);
PointsScale fit_borda(const NormaliserInput& input);
/// No points with fewer than two areas.
PointsScale fit_percentile(const NormaliserInput& input);

} // namespace joinedup
