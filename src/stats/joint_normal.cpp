#include "stats/joint_normal.hpp"

#include <Eigen/Eigenvalues>
#include <boost/random/gamma_distribution.hpp>
#include <boost/random/normal_distribution.hpp>

#include <algorithm>

namespace joinedup {

JointNormal::JointNormal(std::span<const double> covariance, std::size_t k) {
  const auto size = static_cast<Eigen::Index>(k);
  const Eigen::Map<const Eigen::MatrixXd> matrix(covariance.data(), size, size); // symmetric: the order is no matter
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(matrix);
  root_ = solver.eigenvectors() * solver.eigenvalues().cwiseMax(0).cwiseSqrt().asDiagonal();
}

void JointNormal::add_draw(CountedBits& bits, std::span<double> mean) const {
  boost::random::normal_distribution<double> normal;
  for (Eigen::Index column = 0; column < root_.cols(); ++column) {
    const double z = normal(bits);
    for (Eigen::Index row = 0; row < root_.rows(); ++row)
      mean[static_cast<std::size_t>(row)] += root_(row, column) * z;
  }
}

void draw_dirichlet(CountedBits& bits, std::span<const double> shares, double concentration, std::span<double> out) {
  double sum = 0;
  for (std::size_t k = 0; k < shares.size(); ++k) {
    out[k] = 0;
    if (shares[k] > 0) out[k] = boost::random::gamma_distribution<double>(concentration * shares[k])(bits);
    sum += out[k];
  }
  if (!(sum > 0)) { // parameters so small that every variate fell below the smallest number
    std::copy(shares.begin(), shares.end(), out.begin());
    return;
  }
  for (double& share : out)
    share /= sum;
}

} // namespace joinedup
