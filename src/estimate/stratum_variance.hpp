// How the units of one stratum count in a design variance: finite population, and strata of a single unit.
#pragma once

#include <joinedup/estimation.hpp>

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace joinedup {

/// A stratum adds scale x (sum of u v over its units - (sum of u) (sum of v) / units), the second term only where
/// `centred`: with k units and sampled share f that is (1 - f) k/(k-1) x the sum of squares about the stratum's mean.
struct StratumVariance {
  double units = 0, scale = 1;
  double rest = 1; ///< share of the population that is not in the sample
  bool centred = true;
  bool averaged = false; ///< of one unit, and stands for what the others add on average
};

/// What of the design is beyond the sample itself.
struct DesignChoices {
  SinglePsu single_psu = SinglePsu::adjust;
  /// Stratum number -> units in its population; null = without end. NaN or infinity = not known, without end.
  std::function<double(std::uint32_t)> population = {};
};

/// What the sum over the strata of a domain is multiplied by, so that those averaged add what the others do on average;
/// NaN where there are no others. `strata`: those that the domain occurs in, equal ones side by side.
double average_factor(std::span<const StratumVariance> variances, std::span<const std::uint32_t> strata);

/// `units`: sampled, by stratum; `numbers`: of the strata, for `population`. A population that is all sampled has no
/// error. `fail` counts as `adjust` here: the run has stopped before.
std::vector<StratumVariance> stratum_variances(std::span<const std::uint64_t> units,
                                               std::span<const std::uint32_t> numbers, const DesignChoices& choices);

} // namespace joinedup
