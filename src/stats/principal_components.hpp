// Principal components of a correlation matrix.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace joinedup {

struct PrincipalComponents {
  std::vector<double> eigenvalues;           ///< descending; they sum to the number of variables
  std::vector<std::vector<double>> loadings; ///< [component][variable] unit vectors, the sum of each not negative
};

/// `correlation`: size x size, row by row, all numbers.
PrincipalComponents principal_components(std::span<const double> correlation, std::size_t size);

/// Variances and covariances (n - 1) of the columns of `rows`, row by row; empty with fewer than two rows.
std::vector<double> covariance_matrix(std::span<const std::vector<double>> rows);
/// Covariances over standard deviations; NaN where a variable does not vary.
std::vector<double> correlation_of(std::span<const double> covariance, std::size_t size);

} // namespace joinedup
