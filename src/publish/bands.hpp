// Bands: how far beyond its target an area lies, in five words (or three, or seven). Cut at the 95 % and 99.8 % limits
// of the normal distribution, as standard funnel plots are (Spiegelhalter 2005, 10.1002/sim.1970).
#pragma once

#include <joinedup/comparison_options.hpp>
#include <joinedup/results.hpp>

namespace joinedup {

/// 1.959964: the 95 % limit.
double inner_limit();
/// 3.090232: the 99.8 % limit.
double outer_limit();

/// What |z| must pass to be better or worse, and much so (infinite: no band is called much). `first`: to be somewhat
/// so; as `inner` where no band is called somewhat.
struct BandLimits {
  double inner = inner_limit(), outer = outer_limit(), first = inner;
};
BandLimits band_limits(const ComparisonOptions& options);

/// `better` and `worse` follow the direction in which the measure is good; a NaN z has no band.
Band band_of(double z, bool low_is_good = false, const BandLimits& limits = {});

/// Value with its 95 % and 99.8 % limits; NaN gives empty members.
Estimated with_limits(double value, double se);

/// A number, or nothing for NaN and infinities.
Number number(double value);

} // namespace joinedup
