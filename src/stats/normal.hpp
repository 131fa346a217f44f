// Normal and Student t distributions, as benchmarks use them.
#pragma once

namespace joinedup {

double normal_cdf(double z);
/// The z with P(Z <= z) = p; p = 0 and 1 give minus and plus infinity, anything outside [0, 1] NaN.
double normal_quantile(double p);
/// P(|Z| >= |z|); NaN for NaN.
double two_sided_p(double z);

/// The t with P(T <= t) = p at `df` degrees of freedom (infinite df = normal); NaN where df <= 0.
double student_t_quantile(double p, double df);
double student_t_two_sided_p(double t, double df);

} // namespace joinedup
