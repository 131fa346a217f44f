// The index of one area with its sampling error, and its geometric companion.
#pragma once

#include "index/coverage.hpp"
#include "index/frame.hpp"

#include <joinedup/estimates.hpp>

#include <vector>

namespace joinedup {

/// NaN = not given: too little was measured, or an estimate that it needs is missing.
struct Composite {
  double value = 0, se = 0;
  double geometric = 0;        ///< on the scale [1, 100] of geometric_mean
  std::vector<double> domains; ///< [domain]
  std::vector<double> points;  ///< [indicator] in points, NaN where missing
  Coverage coverage;
};

/// The whole that areas are held against: its estimates and what of it may be used.
struct Whole {
  const DomainEstimate& estimate;
  const Presence& present;
};

/// Complete area: sum of weight x points. With something missing, the area's deviations from the whole stand in
/// (RULINGS R3): domain = whole's domain + weighted mean of the deviations that remain, likewise domains into the index
/// and for the geometric mean on the log scale. The SE is that of the linear contrast of the means of area and whole,
/// with every covariance between them. With frame.partial_levels, levels are renormalised instead.
Composite compose(const IndexFrame& frame, const DomainEstimate& area, const Presence& present, const Whole& whole);

/// The whole itself, as a Composite.
Composite compose_whole(const IndexFrame& frame, const Whole& whole);

} // namespace joinedup
