// Control limits of a funnel: where an area of a given size would lie if it differed from the target by chance alone.
#pragma once

#include "stats/proportion.hpp"

namespace joinedup {

/// Limits for a mean: target -/+ z sqrt(se^2 + tau2). `confidence` such as 0.95 or 0.998.
ConfidenceLimits mean_funnel_limits(double target, double se, double confidence, double tau2 = 0);

/// Limits for a proportion of n by its score test, that is Wilson's interval turned round; within [0, 1].
ConfidenceLimits score_funnel_limits(double target, double n, double confidence);

/// Limits for a proportion of n on the arcsine scale, where tau2 lives (Spiegelhalter 2005, 10.1002/sim.1970).
ConfidenceLimits arcsine_funnel_limits(double target, double n, double confidence, double tau2 = 0);

/// The proportion of n below which a share `p` of binomial draws falls, by interpolation between counts; from 0 up.
double binomial_funnel_limit(double target, double n, double p);

} // namespace joinedup
