// Count, mean and standard deviation, plain and weighted.
#pragma once

#include <cstdint>
#include <span>

namespace joinedup {

/// `sd` is sqrt(n/(n-1) * sum w (y - mean)^2 / sum w): with equal weights the usual n - 1 form. NaN where n or the
/// weight does not allow it (mean: n = 0; sd: n < 2).
struct Moments {
  std::uint64_t n = 0;
  double weight = 0;
  double mean = 0, sd = 0;
};

/// NaN values and values of weight 0 are left out. `weights` empty = 1 each.
Moments moments(std::span<const double> values, std::span<const double> weights = {});

} // namespace joinedup
