#include "estimate/stratum_variance.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace joinedup {

namespace {

/// 1 - share of the population that is in the sample; never below 0.
double not_sampled(double units, double population) {
  if (!std::isfinite(population)) return 1;
  return std::max(0.0, 1 - units / population);
}

} // namespace

std::vector<StratumVariance> stratum_variances(std::span<const std::uint64_t> units,
                                               std::span<const std::uint32_t> numbers, const DesignChoices& choices) {
  std::vector<StratumVariance> out;
  for (std::size_t h = 0; h < units.size(); ++h) {
    StratumVariance one;
    one.units = static_cast<double>(units[h]);
    const double rest = choices.population ? not_sampled(one.units, choices.population(numbers[h])) : 1;
    one.rest = rest;
    one.centred = units[h] > 1;
    one.scale = one.centred ? rest * one.units / (one.units - 1) : rest;
    const bool single = !one.centred && rest > 0;
    if (single && (choices.single_psu == SinglePsu::certainty || choices.single_psu == SinglePsu::average)) {
      one.scale = 0;
      one.averaged = choices.single_psu == SinglePsu::average;
    }
    out.push_back(one);
  }
  return out;
}

double average_factor(std::span<const StratumVariance> variances, std::span<const std::uint32_t> strata) {
  double all = 0, averaged = 0;
  for (std::size_t i = 0; i < strata.size(); ++i) {
    if (i > 0 && strata[i] == strata[i - 1]) continue;
    all += 1;
    averaged += variances[strata[i]].averaged ? 1 : 0;
  }
  if (averaged == 0) return 1;
  return all > averaged ? all / (all - averaged) : std::numeric_limits<double>::quiet_NaN();
}

} // namespace joinedup
