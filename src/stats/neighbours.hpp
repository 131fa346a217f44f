// Which units are most like a unit: weighted Euclid on standardised variables.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace joinedup {

/// A unit by its values of P variables; NaN = not known.
struct Described {
  std::string code;
  std::vector<double> values;
};

struct Neighbour {
  std::size_t unit = 0; ///< number of the unit
  double distance = 0;
};

/// Distances between units. Each variable is divided by its standard deviation over the units that have it (n - 1);
/// one that does not vary is dropped. A pair needs 70 % of the variables that remain in common; what is missing is
/// made up for by scaling the sum of squares by the weight that is present.
class Neighbours {
public:
  /// `weights`: [P], relative; empty = equal. Equal weights give the plain Euclidean distance.
  Neighbours(std::span<const Described> units, std::span<const double> weights);

  /// NaN where the two have too little in common.
  double distance(std::size_t a, std::size_t b) const;
  /// Of `candidates` other than `unit`: the k nearest, ties by code.
  std::vector<Neighbour> nearest(std::size_t unit, std::span<const std::size_t> candidates, std::size_t k) const;
  /// Numbers of the variables that do not vary.
  const std::vector<std::size_t>& dropped() const { return dropped_; }

private:
  std::span<const Described> units_;
  std::vector<double> sd_, weights_; ///< [P]; weights have mean 1 over what remains and are 0 for what is dropped
  std::vector<std::size_t> dropped_;
};

} // namespace joinedup
