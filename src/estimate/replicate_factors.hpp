// How much each sampled unit counts in a replicate.
#pragma once

#include "estimate/unit_design.hpp"

#include <cstdint>
#include <vector>

namespace joinedup {

/// One replicate. A unit that stands for several identical records has the sum of their factors.
struct ReplicateFactors {
  std::vector<double> unit;
  double scale = 0; ///< of its squares and products
  double times = 1; ///< equal replicates that it stands for
};

/// Rao and Wu: k-1 of the k units of a stratum with replacement; a unit drawn m times counts r k/(k-1) m + 1 - r, where
/// r is the root of the share of the stratum's population that is not in the sample (Rao, Wu and Yue 1992, Survey
/// Methodology 18, 209): 1 without end, so that squares have the factor (1 - f) of a finite one. A stratum of one unit
/// counts as it is. The draws of replicate b follow from seed and b alone (Philox4x32-10).
class BootstrapFactors {
public:
  BootstrapFactors(const UnitDesign& design, std::uint64_t replicates, std::uint64_t seed);
  ReplicateFactors operator()(std::uint64_t replicate) const;
  bool vary() const; ///< false: every stratum is one unit, so that no replicate differs

private:
  const UnitDesign& design_;
  double scale_;
  std::uint64_t seed_;
  std::vector<std::vector<std::uint32_t>> copies_; ///< by stratum: a unit for each copy of it
};

/// Delete one unit of a stratum of k; its mates count k/(k-1) times as much.
struct JackknifeScale {
  double mates = 1, scale = 0;
};
JackknifeScale jackknife_scale(const StratumVariance& rule);
ReplicateFactors without_unit(const UnitDesign& design, std::uint32_t unit);

} // namespace joinedup
