#include "publish/intervals.hpp"

#include "publish/bands.hpp"
#include "stats/normal.hpp"
#include "stats/proportion.hpp"

#include <cmath>

namespace joinedup {

namespace {

constexpr double inner = 0.95, outer = 0.998;

/// Half the width of an interval in standard errors.
double reach(double confidence, double df) {
  const double p = 0.5 + confidence / 2;
  return df > 0 ? student_t_quantile(p, df) : normal_quantile(p);
}

ConfidenceLimits logit_limits(double p, double se, double t) {
  const double centre = std::log(p / (1 - p)), half = t * se / (p * (1 - p));
  return {1 / (1 + std::exp(half - centre)), 1 / (1 + std::exp(-half - centre))};
}

ConfidenceLimits limits(double p, double se, double n, double kish_n, double confidence, const IntervalBasis& basis) {
  const double spread = p * (1 - p);
  const bool at_end = !(spread > 0) || !(se > 0);
  if (basis.proportion == ProportionInterval::beta) {
    double effective = kish_n;
    if (!at_end) {
      const double t = reach(confidence, basis.rows - 1) / reach(confidence, basis.df);
      effective = spread / (se * se) * t * t;
    }
    return exact_limits(p * effective, effective, confidence);
  }
  if (basis.proportion == ProportionInterval::logit && !at_end) return logit_limits(p, se, reach(confidence, basis.df));
  const double effective = at_end ? kish_n : n * spread / ((n - 1) * se * se);
  return wilson_limits(p * effective, effective, confidence);
}

} // namespace

Estimated mean_limits(double value, double se, const IntervalBasis& basis) {
  if (!basis.design_df || !(basis.df > 0)) return with_limits(value, se);
  const double in = reach(inner, basis.df), out = reach(outer, basis.df);
  return {
      number(value),           number(se), number(value - in * se), number(value + in * se), number(value - out * se),
      number(value + out * se)};
}

Estimated proportion_limits(double p, double se, double n, double kish_n, const IntervalBasis& basis) {
  const bool plain = basis.proportion == ProportionInterval::normal || std::isnan(se) || !(p >= 0 && p <= 1);
  if (plain) return mean_limits(p, se, basis);
  const ConfidenceLimits in = limits(p, se, n, kish_n, inner, basis), out = limits(p, se, n, kish_n, outer, basis);
  return {number(p), number(se), number(in.low), number(in.high), number(out.low), number(out.high)};
}

} // namespace joinedup
