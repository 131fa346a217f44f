// The index as a tree: indicators make domains, domains make the index, each node by a method of its own, with the
// derivative of every number by every point.
#pragma once

#include "index/coverage.hpp"
#include "index/frame.hpp"

#include <span>
#include <vector>

namespace joinedup {

/// NaN where not given. Domains and value are on [1, 100] where frame.positive.
struct TreeValue {
  double value = 0;
  std::vector<double> domains;  ///< [domain]
  std::vector<double> by_area;  ///< [indicator] derivative of the value by the area's points; zeros where none
  std::vector<double> by_whole; ///< [indicator] the same by the points of the whole that stand in for what is missing
};

/// `area`, `whole`: points by indicator, NaN where missing. What an area lacks at a node is left out as a deviation
/// from the whole on the scale of the node's mean (RULINGS R3), or as a level; a relative method takes pairs as they
/// are.
TreeValue tree_value(const IndexFrame& frame, std::span<const double> area, std::span<const double> whole);

/// Points of the indicators of one domain.
std::vector<double> parts_of_domain(const IndexFrame& frame, std::size_t domain, std::span<const double> points);
/// Values of the domains of which nothing is missing, NaN elsewhere.
std::vector<double> complete_domains(const IndexFrame& frame, std::span<const double> points);

} // namespace joinedup
