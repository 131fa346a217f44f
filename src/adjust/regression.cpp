#include "adjust/regression.hpp"

#include <cmath>
#include <limits>

namespace joinedup {

namespace {

using Index = Eigen::Index;

/// Share of a term's variation within areas that the terms before it leave; below this it adds nothing but rounding.
constexpr double least_left = 1e-9;

bool takes_part(const RegressionData& d, std::size_t r) { return !std::isnan(d.y[r]) && d.weights[r] > 0; }

double weight_of(const RegressionData& d, std::size_t r) { return d.weights[r] * d.counts[r]; }

/// Means by area and over all.
void find_means(const RegressionData& d, Regression& out) {
  const Index terms = d.x.cols(), areas = static_cast<Index>(d.areas);
  out.area_x = Eigen::MatrixXd::Zero(areas, terms);
  out.area_y = out.weight = Eigen::VectorXd::Zero(areas);
  for (std::size_t r = 0; r < d.y.size(); ++r) {
    if (!takes_part(d, r)) continue;
    const double w = weight_of(d, r);
    out.n += static_cast<std::uint64_t>(d.counts[r]);
    out.weight(d.area[r]) += w;
    out.area_y(d.area[r]) += w * d.y[r];
    if (terms > 0) out.area_x.row(d.area[r]) += w * d.x.row(static_cast<Index>(r));
  }
  out.centre = out.area_x.colwise().sum().transpose() / out.weight.sum();
  for (Index a = 0; a < areas; ++a) {
    out.area_y(a) = out.weight(a) > 0 ? out.area_y(a) / out.weight(a) : std::numeric_limits<double>::quiet_NaN();
    if (terms > 0 && out.weight(a) > 0) out.area_x.row(a) /= out.weight(a);
  }
}

struct WithinAreas {
  Eigen::MatrixXd xx;
  Eigen::VectorXd xy, scale; ///< scale: sums of squares about 0, to tell a constant from rounding
  double yy = 0, n = 0;
};

WithinAreas within_areas(const RegressionData& d, const Regression& means) {
  const Index terms = d.x.cols();
  WithinAreas out{Eigen::MatrixXd::Zero(terms, terms), Eigen::VectorXd::Zero(terms), Eigen::VectorXd::Zero(terms)};
  for (std::size_t r = 0; r < d.y.size(); ++r) {
    if (!takes_part(d, r) || !d.tells_slope(r)) continue;
    out.n += d.counts[r];
    const double w = weight_of(d, r), y = d.y[r] - means.area_y(d.area[r]);
    out.yy += w * y * y;
    if (terms == 0) continue; // a matrix without columns has no rows to point at
    const Eigen::VectorXd x = (d.x.row(static_cast<Index>(r)) - means.area_x.row(d.area[r])).transpose();
    out.xx.selfadjointView<Eigen::Lower>().rankUpdate(x, w);
    out.xy += w * y * x;
    out.scale += w * d.x.row(static_cast<Index>(r)).transpose().cwiseAbs2();
  }
  out.xx = Eigen::MatrixXd(out.xx.selfadjointView<Eigen::Lower>());
  return out;
}

std::vector<Index> independent_terms(const WithinAreas& sums) {
  std::vector<Index> used;
  for (Index j = 0; j < sums.xx.cols(); ++j) {
    if (!(sums.xx(j, j) > least_left * sums.scale(j))) continue;
    double left = sums.xx(j, j);
    if (!used.empty()) {
      const Eigen::MatrixXd before = sums.xx(used, used);
      const Eigen::VectorXd with = sums.xx(used, j);
      left -= with.dot(before.ldlt().solve(with));
    }
    if (left > least_left * sums.xx(j, j)) used.push_back(j);
  }
  return used;
}

} // namespace

Regression regress(const RegressionData& d) {
  Regression out;
  find_means(d, out);
  const WithinAreas sums = within_areas(d, out);
  const auto used = independent_terms(sums);
  const Index terms = d.x.cols();
  out.used.assign(static_cast<std::size_t>(terms), false);
  out.slope = Eigen::VectorXd::Zero(terms);
  out.inverse = Eigen::MatrixXd::Zero(terms, terms);
  double explained = 0;
  if (!used.empty()) {
    const Eigen::MatrixXd xx = sums.xx(used, used);
    const Eigen::VectorXd xy = sums.xy(used);
    const auto size = static_cast<Index>(used.size());
    const Eigen::MatrixXd inverse = xx.ldlt().solve(Eigen::MatrixXd::Identity(size, size));
    const Eigen::VectorXd slope = inverse * xy;
    explained = slope.dot(xy);
    for (Index i = 0; i < size; ++i) {
      const Index at = used[static_cast<std::size_t>(i)];
      out.used[static_cast<std::size_t>(at)] = true;
      out.slope(at) = slope(i);
      for (Index j = 0; j < size; ++j)
        out.inverse(at, used[static_cast<std::size_t>(j)]) = inverse(i, j);
    }
  }
  double with_anybody = 0;
  for (std::size_t a = 0; a < d.areas; ++a)
    with_anybody += out.weight(static_cast<Index>(a)) > 0 && (d.tells.empty() || d.tells[a] != 0) ? 1 : 0;
  out.residual_df = sums.n - with_anybody - static_cast<double>(used.size());
  out.residual_variance =
      out.residual_df > 0 ? (sums.yy - explained) / out.residual_df : std::numeric_limits<double>::quiet_NaN();
  return out;
}

AdjustedMean adjusted_mean(const RegressionData& d, const Regression& fit, std::span<const std::uint32_t> records) {
  AdjustedMean out;
  out.x = Eigen::VectorXd::Zero(d.x.cols());
  double wy = 0;
  for (const std::uint32_t r : records) {
    if (!takes_part(d, r)) continue;
    const double w = weight_of(d, r);
    out.weight += w;
    wy += w * d.y[r];
    if (d.x.cols() > 0) out.x += w * d.x.row(static_cast<Index>(r)).transpose();
  }
  out.x /= out.weight;
  out.crude = wy / out.weight;
  out.mean = out.crude - (out.x - fit.centre).dot(fit.slope);
  return out;
}

} // namespace joinedup
