// Internal consistency of a scale from the covariances of its items over complete answers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace joinedup {

/// NaN where a figure is not defined: fewer than two items or three answers, a total or an item without variance.
struct Consistency {
  double alpha = 0;                     ///< k/(k-1) (1 - sum of variances / variance of the sum) (Cronbach 1951)
  double alpha_low = 0, alpha_high = 0; ///< 95 % (Feldt 1965, doi:10.1007/BF02289499)
  double mean_correlation = 0;          ///< over pairs of items
  std::vector<double> item_rest, alpha_without; ///< per item; without it at least two items must remain
  std::vector<double> correlation;              ///< k x k, row by row
};

/// `covariance`: items x items, row by row.
Consistency consistency(std::span<const double> covariance, std::size_t items, std::uint64_t answers);

/// NaN where it cannot be computed: no alpha, or more answers than the quantile of F can take (10^11 and more).
/// 1 - (1 - alpha) F, with the F distribution of n - 1 and (n - 1)(k - 1) degrees of freedom at 0.975 and 0.025.
struct FeldtInterval {
  double low = 0, high = 0;
};
FeldtInterval feldt_interval(double alpha, std::size_t items, std::uint64_t answers);

} // namespace joinedup
