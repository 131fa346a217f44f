#include "stats/one_factor.hpp"

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>
#include <limits>

namespace joinedup {

namespace {

constexpr double highest_communality = 0.995;
constexpr double settled = 1e-13;
constexpr int most_sweeps = 20000;

Eigen::VectorXd first_guess(const Eigen::MatrixXd& r) {
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(r);
  const Eigen::Index last = r.rows() - 1; // eigenvalues rise
  Eigen::VectorXd out = solver.eigenvectors().col(last) * std::sqrt(std::max(solver.eigenvalues()(last) - 1, 0.01));
  if (out.sum() < 0) out = -out;
  const double limit = std::sqrt(highest_communality);
  return out.cwiseMax(-limit).cwiseMin(limit);
}

/// The best loading of each variable given all others, in turn, until none moves.
void sweep_until_settled(const Eigen::MatrixXd& r, Eigen::VectorXd& loadings) {
  const double limit = std::sqrt(highest_communality);
  for (int sweep = 0; sweep < most_sweeps; ++sweep) {
    double moved = 0;
    for (Eigen::Index i = 0; i < r.rows(); ++i) {
      const double others = loadings.squaredNorm() - loadings(i) * loadings(i);
      if (others <= 0) return;
      const double best = std::clamp((r.row(i).dot(loadings) - r(i, i) * loadings(i)) / others, -limit, limit);
      moved = std::max(moved, std::fabs(best - loadings(i)));
      loadings(i) = best;
    }
    if (moved < settled) return;
  }
}

} // namespace

OneFactor one_factor(std::span<const double> correlation, std::size_t size) {
  const double none = std::numeric_limits<double>::quiet_NaN();
  OneFactor out{std::vector<double>(size, none), none};
  const bool known = std::all_of(correlation.begin(), correlation.end(), [](double r) { return std::isfinite(r); });
  if (size < 3 || !known) return out;
  using Rows = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  const auto n = static_cast<Eigen::Index>(size);
  const Eigen::MatrixXd r = Eigen::Map<const Rows>(correlation.data(), n, n);
  Eigen::VectorXd loadings = first_guess(r);
  sweep_until_settled(r, loadings);
  const double unique = static_cast<double>(size) - loadings.squaredNorm();
  out.loadings.assign(loadings.begin(), loadings.end());
  out.omega = r.sum() > 0 ? 1 - unique / r.sum() : none;
  return out;
}

} // namespace joinedup
