// Confidence limits of a proportion.
#pragma once

namespace joinedup {

struct ConfidenceLimits {
  double low = 0, high = 0;
};

/// Wilson score limits (Wilson 1927, 10.1080/01621459.1927.10502953) for `x` out of `n`; both may be fractions, such
/// as an effective sample size n / deff. NaN when n is 0 or x is outside [0, n].
ConfidenceLimits wilson_limits(double x, double n, double confidence = 0.95);

/// Exact limits (Clopper and Pearson 1934, 10.1093/biomet/26.4.404).
ConfidenceLimits exact_limits(double x, double n, double confidence = 0.95);

} // namespace joinedup
