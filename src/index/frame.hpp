// The frame of an index: how its indicators become points, what they weigh and how each node puts its parts together.
// Made once, used for every area.
#pragma once

#include "index/combine.hpp"
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
  PointsScale points;   ///< own units -> points
};

/// How one node of the index puts its parts together.
struct NodeMethod {
  const Combiner* combiner = find_combiner("arithmetic");
  MethodChoice choice = {"arithmetic"};
  std::vector<std::vector<double>> others = {}; ///< of a relative combiner: the parts of every area that is shown
};

/// Shares sum to 1 over `components` and over `domain_weights`.
struct IndexFrame {
  std::vector<Component> components; ///< in definition order: the first K of Estimates
  std::vector<std::string> domains;
  std::vector<double> domain_weights;
  double coverage_total = 0.75, coverage_domain = 0.5;
  bool partial_levels = false;            ///< what is missing is left out as a level, not as a deviation (RULINGS R3)
  std::vector<NodeMethod> domain_methods; ///< [domain]
  NodeMethod total_method;                ///< of the domains
  bool linear = true;                     ///< arithmetic at every node: a weighted sum of points
  bool positive = false;                  ///< some node needs points above 0: all nodes are on [1, 100]
  std::string refused;                    ///< why the weights asked for cannot be had; empty = they can

  std::string no_error() const;         ///< why the index has no standard error; empty = it has one
  std::string no_contributions() const; ///< why a gap cannot be taken apart; empty = it can
};

/// Means that are shown, [area][indicator]; NaN where hidden or not there. What is fitted to areas is fitted to these.
using ShownMeans = std::vector<std::vector<double>>;

/// `indicators`: goalposts and direction, index indicators first.
IndexFrame index_frame(const IndexSpec& index, std::span<const IndicatorInfo> indicators, bool partial_levels,
                       const ShownMeans& shown = {});

} // namespace joinedup
