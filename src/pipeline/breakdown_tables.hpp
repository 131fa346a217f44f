// The index by group as tables, with the slope index of inequality where the groups have an order.
#pragma once

#include "index/frame.hpp"

#include <joinedup/estimates.hpp>
#include <joinedup/results.hpp>

namespace joinedup {

/// `estimates`: groups stand as areas. Small groups are hidden as areas are, those that no order names without their
/// names; where the whole that `results` shows would give hidden groups away there is no table (J629).
void add_breakdown(const Breakdown& by, const Estimates& estimates, const IndexFrame& frame, RunResults& results);

} // namespace joinedup
