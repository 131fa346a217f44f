// Skewness and excess kurtosis of a sample, as spreadsheets and statistics programs give them.
#pragma once

#include <span>

namespace joinedup {

/// G1 = sqrt(n (n-1)) / (n-2) x m3 / m2^1.5 and G2 = (n-1) / ((n-2)(n-3)) x [(n+1)(m4 / m2^2 - 3) + 6], m with divisor
/// n (Joanes and Gill 1998, 10.1111/1467-9884.00122). NaN with fewer than four values or where they do not vary.
struct Shape {
  double skewness = 0, kurtosis = 0;
  /// Far from normal on both counts: |G1| >= 2 and G2 >= 3.5 (Becker et al. 2022, 10.21105/joss.04567).
  bool outlying() const;
};

Shape shape_of(std::span<const double> values); ///< NaN values are left out

} // namespace joinedup
