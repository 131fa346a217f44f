// Confidence limits of means, indexes and proportions, as a study chooses them.
#pragma once

#include <joinedup/estimation.hpp>
#include <joinedup/results.hpp>

namespace joinedup {

/// What limits rest on beside a value and its error.
struct IntervalBasis {
  bool design_df = false; ///< t quantiles in place of normal ones
  double df = 0;          ///< of the design
  double rows = 0;        ///< sampled, whatever they answered
  ProportionInterval proportion = ProportionInterval::normal;
};

/// Value with its 95 % and 99.8 % limits; NaN gives empty members.
Estimated mean_limits(double value, double se, const IntervalBasis& basis);

/// The same of a proportion of `n` answers. Wilson: score limits on n / deff with deff = se^2 (n - 1) / (p (1 - p));
/// logit: expit(logit p -/+ t se / (p (1 - p))); beta: exact limits on p (1 - p) / se^2 x (t of rows - 1 / t of df)^2
/// (Korn and Graubard 1998). All as `svyciprop` of R's survey package has them. Where p is 0 or 1 or se is 0 they rest
/// on `kish_n`, and logit limits are Wilson's.
Estimated proportion_limits(double p, double se, double n, double kish_n, const IntervalBasis& basis);

} // namespace joinedup
