// One common factor of a correlation matrix by minimum residuals, and McDonald's omega from it.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace joinedup {

/// Loadings that minimise the squared residuals off the diagonal (Harman and Jones 1966, doi:10.1007/BF02289468);
/// communalities are kept at 0.995 or below. NaN throughout with fewer than three variables, which do not identify a
/// factor, or where a correlation is none.
struct OneFactor {
  std::vector<double> loadings;
  double omega = 0; ///< 1 - sum of uniquenesses / sum of correlations (McDonald 1999, Test Theory)
};

/// `correlation`: size x size, row by row.
OneFactor one_factor(std::span<const double> correlation, std::size_t size);

} // namespace joinedup
