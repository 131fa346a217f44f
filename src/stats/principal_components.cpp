#include "stats/principal_components.hpp"

#include <Eigen/Dense>

#include <cmath>
#include <limits>

namespace joinedup {

namespace {

Eigen::MatrixXd matrix_of(std::span<const std::vector<double>> rows) {
  Eigen::MatrixXd out(static_cast<Eigen::Index>(rows.size()), static_cast<Eigen::Index>(rows.front().size()));
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (std::size_t k = 0; k < rows[i].size(); ++k)
      out(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(k)) = rows[i][k];
  return out;
}

} // namespace

std::vector<double> covariance_matrix(std::span<const std::vector<double>> rows) {
  if (rows.size() < 2) return {};
  const Eigen::MatrixXd values = matrix_of(rows);
  const Eigen::MatrixXd centred = values.rowwise() - values.colwise().mean();
  const Eigen::MatrixXd covariance = centred.transpose() * centred / static_cast<double>(rows.size() - 1);
  return {covariance.data(), covariance.data() + covariance.size()};
}

std::vector<double> correlation_of(std::span<const double> covariance, std::size_t size) {
  std::vector<double> out(covariance.size(), std::numeric_limits<double>::quiet_NaN());
  for (std::size_t i = 0; i < size; ++i)
    for (std::size_t j = 0; j < size; ++j) {
      const double variances = covariance[i * size + i] * covariance[j * size + j];
      if (variances > 0) out[i * size + j] = i == j ? 1 : covariance[i * size + j] / std::sqrt(variances);
    }
  return out;
}

PrincipalComponents principal_components(std::span<const double> correlation, std::size_t size) {
  const auto n = static_cast<Eigen::Index>(size);
  const Eigen::Map<const Eigen::MatrixXd> matrix(correlation.data(), n, n);
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solved(matrix);
  PrincipalComponents out;
  for (Eigen::Index c = n - 1; c >= 0; --c) {
    Eigen::VectorXd loadings = solved.eigenvectors().col(c);
    if (loadings.sum() < 0) loadings = -loadings;
    out.eigenvalues.push_back(solved.eigenvalues()[c]);
    out.loadings.emplace_back(loadings.data(), loadings.data() + n);
  }
  return out;
}

} // namespace joinedup
