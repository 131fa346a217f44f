#include "stats/standardised.hpp"

#include <cmath>
#include <limits>

namespace joinedup {

namespace {
constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double few_events = 10;
} // namespace

WithLimits directly_standardised_rate(std::span<const Stratum> strata, double per, double confidence) {
  double events = 0, standard = 0, weighted = 0, squares = 0;
  for (const Stratum& s : strata) {
    if (!(s.population > 0)) return {nan, {nan, nan}};
    events += s.events;
    standard += s.standard;
    const double weight = s.standard / s.population;
    weighted += weight * s.events;
    squares += weight * weight * s.events;
  }
  if (!(events >= few_events) || !(standard > 0)) return {nan, {nan, nan}};
  const double value = weighted / standard;
  const double reach = std::sqrt(squares / events) / standard; // root of variance over events
  const ConfidenceLimits count = byar_limits(events, confidence);
  return {per * value, {per * (value + reach * (count.low - events)), per * (value + reach * (count.high - events))}};
}

double expected_events(std::span<const Stratum> strata, std::span<const Stratum> reference) {
  if (strata.size() != reference.size()) return nan;
  double out = 0;
  for (std::size_t j = 0; j < strata.size(); ++j) {
    if (!(reference[j].population > 0)) return nan;
    out += strata[j].population * reference[j].events / reference[j].population;
  }
  return out;
}

} // namespace joinedup
