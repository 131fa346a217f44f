// Mean change of a score in the people who have it both times.
// t interval: Student 1908; effect sizes: Kazis, Anderson, Meenan 1989 (SES), Liang, Fossel, Larson 1990 (SRM),
// Hedges 1981 (10.3102/10769986006002107), its correction with n - 1 degrees of freedom.
#pragma once

#include <cstdint>
#include <span>

namespace joinedup {

struct PairedChange {
  std::uint64_t n = 0;
  double mean_before = 0, sd_before = 0, mean_after = 0, sd_after = 0;
  double mean = 0, sd = 0;  ///< of the differences after - before
  double low = 0, high = 0; ///< 95 % interval of the mean, t with n - 1 degrees of freedom
  double t = 0, p = 0;      ///< two-sided
  double ses = 0, srm = 0;  ///< mean / sd_before; mean / sd
  double hedges_g = 0;      ///< (1 - 3 / (4 (n - 1) - 1)) mean / root of the mean of both variances
};

/// Pairs in a fixed order, all of them numbers. What n < 2 or an SD of 0 does not allow is NaN.
PairedChange paired_change(std::span<const double> before, std::span<const double> after);

} // namespace joinedup
