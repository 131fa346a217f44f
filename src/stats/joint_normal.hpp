// Draws of a vector from a normal distribution with mean 0 and a given covariance, which may be singular.
#pragma once

#include "stats/counted_bits.hpp"

#include <Eigen/Core>

#include <span>

namespace joinedup {

/// Holds a square root of the covariance by its eigenvectors; eigenvalues below 0 (rounding) count as 0.
class JointNormal {
public:
  /// `covariance`: K x K, row by row, symmetric.
  JointNormal(std::span<const double> covariance, std::size_t k);

  /// Adds one draw to `mean` (K numbers).
  void add_draw(CountedBits& bits, std::span<double> mean) const;

private:
  Eigen::MatrixXd root_;
};

/// One draw from the Dirichlet distribution with parameters concentration x share (shares sum to 1; those of 0 stay 0),
/// by gamma variates; its mean is the shares.
void draw_dirichlet(CountedBits& bits, std::span<const double> shares, double concentration, std::span<double> out);

} // namespace joinedup
