// The index of one area with its sampling error, and its geometric companion.
#pragma once

#include "index/coverage.hpp"
#include "index/frame.hpp"

#include <joinedup/estimates.hpp>

#include <vector>

namespace joinedup {

/// NaN = not given: too little was measured, or an estimate that it needs is missing.
struct Composite {
  double value = 0, se = 0;    ///< se is NaN where frame.no_error() says why
  double geometric = 0;        ///< of all points at one go, on the scale [1, 100]
  std::vector<double> domains; ///< [domain]
  std::vector<double> points;  ///< [indicator] in points, NaN where missing
  Coverage coverage;
};

/// The whole that areas are held against: its estimates and what of it may be used.
struct Whole {
  const DomainEstimate& estimate;
  const Presence& present;
};

/// By the methods of the frame's nodes; where all are arithmetic:
/// Complete area: sum of weight x points. With something missing, the area's deviations from the whole stand in
/// (RULINGS R3): domain = whole's domain + weighted mean of the deviations that remain, likewise domains into the index
/// and for the geometric mean on the log scale. The SE is that of the linear contrast of the means of area and whole,
/// with every covariance between them. With frame.partial_levels, levels are renormalised instead.
Composite compose(const IndexFrame& frame, const DomainEstimate& area, const Presence& present, const Whole& whole);

/// The whole itself, as a Composite.
Composite compose_whole(const IndexFrame& frame, const Whole& whole);

/// The index of points by indicator of which none that weighs is missing.
double index_from_points(const IndexFrame& frame, const std::vector<double>& points);

} // namespace joinedup
