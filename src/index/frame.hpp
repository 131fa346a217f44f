// The frame of an index: how its indicators become points and what they weigh. Made once, used for every area.
#pragma once

#include "index/normalise.hpp"

#include <joinedup/results.hpp>
#include <joinedup/spec.hpp>

#include <span>
#include <string>
#include <vector>

namespace joinedup {

/// An indicator's place in the index.
struct Component {
  std::string id;
  std::size_t domain = 0;
  double in_domain = 0; ///< share of its domain
  double weight = 0;    ///< share of the index
  PointsLine points;    ///< own units -> points
};

/// Shares sum to 1 over `components` and over `domain_weights`.
struct IndexFrame {
  std::vector<Component> components; ///< in definition order: the first K of Estimates
  std::vector<std::string> domains;
  std::vector<double> domain_weights;
  double coverage_total = 0.75, coverage_domain = 0.5;
  bool partial_levels = false; ///< what is missing is left out as a level, not as a deviation (RULINGS R3)
};

/// `indicators`: goalposts and direction, index indicators first. `normaliser`: one of normalisers().
IndexFrame index_frame(const IndexSpec& index, std::span<const IndicatorInfo> indicators, bool partial_levels,
                       const Normaliser& normaliser = *find_normaliser("goalposts"));

} // namespace joinedup
