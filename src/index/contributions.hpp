// Why an area stands where it stands: each indicator's part of the gap between the area and the whole.
#pragma once

#include "index/composite.hpp"

#include <joinedup/results.hpp>

#include <vector>

namespace joinedup {

/// weight x (points here - points of the whole) for every indicator that is there, by the area's own weights
/// (RULINGS R35). They add up to area.value - whole.value; what renormalised levels leave over is a line without an
/// indicator. Means other than the arithmetic: weight x (log here - log of the whole), or the like on the mean's own
/// scale, turned into points so that they add up as well. Empty where either index is not given, or is no mean.
std::vector<Contribution> contributions(const IndexFrame& frame, const Composite& area, const Composite& whole);

} // namespace joinedup
