// Scales on which proportions and ratios of counts have a standard error that does not depend on their value
// (Spiegelhalter 2005, 10.1002/sim.1970; Spiegelhalter et al. 2012, 10.1111/j.1467-985X.2011.01010.x).
#pragma once

namespace joinedup {

/// A value on its transformed scale, with its standard error there.
struct Transformed {
  double value = 0, se = 0;
};

/// asin(sqrt(x / n)), se 1 / (2 sqrt n). NaN when n <= 0 or x is outside [0, n].
Transformed arcsine_proportion(double x, double n);
/// sqrt(observed / expected), se 1 / (2 sqrt expected); the target of a standardised ratio is 1.
Transformed sqrt_ratio(double observed, double expected);
/// log(observed / expected), se 1 / sqrt(expected); NaN when nothing was observed: use sqrt_ratio there. Target 0.
Transformed log_ratio(double observed, double expected);
/// log((a + 1/2) / (b + 1/2)) of two counts; its target is log(sum a / sum b).
Transformed log_ratio_of_counts(double a, double b);

} // namespace joinedup
