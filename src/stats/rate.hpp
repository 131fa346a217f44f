// Confidence limits of counts of events, and rates made of them.
#pragma once

#include "stats/proportion.hpp"

namespace joinedup {

/// A value with its confidence limits; NaN where they cannot be given.
struct WithLimits {
  double value = 0;
  ConfidenceLimits limits;
};

/// Limits of a Poisson mean from the chi-squared distribution (Garwood 1936); NaN for a negative count.
ConfidenceLimits exact_poisson_limits(double events, double confidence = 0.95);

/// Byar's approximation to them (Breslow and Day 1987, IARC 82), close from about ten events; 0 events: lower limit 0.
ConfidenceLimits byar_limits(double events, double confidence = 0.95);

/// Below ten events the exact limits, else Byar's: the practice of English public-health indicators.
ConfidenceLimits count_limits(double events, double confidence = 0.95);

/// `per` x events / exposure. The exposure is people or person-time, or the number of events expected, so that the same
/// function gives an indirectly standardised ratio (per 1, or per 100). NaN where the exposure is not above 0.
WithLimits rate(double events, double exposure, double per, double confidence = 0.95);

} // namespace joinedup
