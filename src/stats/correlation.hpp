// Pearson's correlation with Fisher's limits.
#pragma once

#include <cstddef>
#include <span>

namespace joinedup {

/// r is NaN with fewer than three pairs or where one of the two does not vary; limits need four pairs.
struct Correlation {
  std::size_t n = 0;
  double r = 0, low = 0, high = 0;
};

/// Limits: tanh(atanh r -/+ z / sqrt(n - 3)), Fisher 1915 (10.1093/biomet/10.4.507). `x` and `y` are of one length.
Correlation pearson(std::span<const double> x, std::span<const double> y, double confidence = 0.95);

} // namespace joinedup
