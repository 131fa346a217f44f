// How much each sampled unit counts in a replicate.
#pragma once

#include "estimate/unit_design.hpp"
#include "stats/even_multinomial.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace joinedup {

/// One replicate. A unit that stands for several identical records has the sum of their factors.
struct ReplicateFactors {
  std::vector<double> unit;
  double scale = 0; ///< of its squares and products
  double times = 1; ///< equal replicates that it stands for
};

/// A record or PSU of a stratum counts always + by_draw x how often it was drawn. `cells`: those drawn from.
struct StratumFactors {
  std::size_t cells = 0;
  double always = 1, by_draw = 0;
};

/// Rao and Wu: k-1 of the k units of a stratum with replacement; a unit drawn m times counts r k/(k-1) m + 1 - r, where
/// r is the root of the share of the stratum's population that is not in the sample (Rao, Wu and Yue 1992, Survey
/// Methodology 18, 209): 1 without end, so that squares have the factor (1 - f) of a finite one. A stratum of one unit
/// counts as it is. The draws of replicate b follow from seed and b alone.
class BootstrapFactors {
public:
  BootstrapFactors(const UnitDesign& design, std::uint64_t replicates, std::uint64_t seed);
  ReplicateFactors operator()(std::uint64_t replicate) const;
  StratumFactors of(std::uint32_t stratum) const;
  double scale() const { return scale_; }
  /// How often each of the stratum's cells is drawn: its units in order, each as often as it has copies.
  void draw(std::uint32_t stratum, std::uint64_t replicate, std::span<std::uint8_t> counts) const;
  bool vary() const; ///< false: every stratum is one unit, so that no replicate differs

private:
  const UnitDesign& design_;
  double scale_;
  std::uint64_t seed_;
  std::map<std::uint64_t, EvenMultinomial> draws_; ///< by number of cells
};

/// Delete one unit of a stratum of k; its mates count k/(k-1) times as much.
struct JackknifeScale {
  double mates = 1, scale = 0;
};
JackknifeScale jackknife_scale(const StratumVariance& rule);
ReplicateFactors without_unit(const UnitDesign& design, std::uint32_t unit);

} // namespace joinedup
