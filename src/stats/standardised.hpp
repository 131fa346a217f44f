// Rates made comparable between populations of different composition.
#pragma once

#include "stats/rate.hpp"

#include <span>

namespace joinedup {

/// One stratum (an age band, say) of an area.
struct Stratum {
  double events = 0, population = 0;
  double standard = 0; ///< people of the standard population in it
};

/// Directly standardised rate: `per` x the rates of the strata, weighted by the standard population. Limits by Dobson,
/// Kuulasmaa, Eberle and Scherer 1991 (10.1002/sim.4780100317) on Byar's limits of all events together. NaN with fewer
/// than ten events, where that interval does not hold, or where a stratum has no population.
WithLimits directly_standardised_rate(std::span<const Stratum> strata, double per, double confidence = 0.95);

/// Events expected in a population of these strata at the reference's rates (events_j / population_j of `reference`);
/// rate() with it as the exposure is the indirectly standardised ratio. NaN where the strata differ in number or one is
/// empty.
double expected_events(std::span<const Stratum> strata, std::span<const Stratum> reference);

} // namespace joinedup
