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
  RecordMatrix sums = RecordMatrix::Zero(areas, terms);
  out.area_y = out.weight = Eigen::VectorXd::Zero(areas);
  for (std::size_t r = 0; r < d.y.size(); ++r) {
    if (!takes_part(d, r)) continue;
    const double w = weight_of(d, r);
    out.n += static_cast<std::uint64_t>(d.counts[r]);
    out.weight(d.area[r]) += w;
    out.area_y(d.area[r]) += w * d.y[r];
    const double* x = d.x.data() + static_cast<Index>(r) * terms;
    double* sum = sums.data() + static_cast<Index>(d.area[r]) * terms;
    for (Index j = 0; j < terms; ++j)
      sum[j] += w * x[j];
  }
  out.area_x = sums;
  out.centre = out.area_x.colwise().sum().transpose() / out.weight.sum();
  for (Index a = 0; a < areas; ++a) {
    out.area_y(a) = out.weight(a) > 0 ? out.area_y(a) / out.weight(a) : std::numeric_limits<double>::quiet_NaN();
    if (terms > 0 && out.weight(a) > 0) out.area_x.row(a) /= out.weight(a);
  }
}

WithinAreas within_areas(const RegressionData& d, const Regression& means) {
  const Index terms = d.x.cols();
  const RecordMatrix area_x = means.area_x;
  RecordMatrix xx = RecordMatrix::Zero(terms, terms); // the lower half
  std::vector<double> x(static_cast<std::size_t>(terms));
  WithinAreas out{{}, Eigen::VectorXd::Zero(terms), Eigen::VectorXd::Zero(terms)};
  for (std::size_t r = 0; r < d.y.size(); ++r) {
    if (!takes_part(d, r) || !d.tells_slope(r)) continue;
    out.n += d.counts[r];
    const double w = weight_of(d, r), y = d.y[r] - means.area_y(d.area[r]);
    out.yy += w * y * y;
    const double* own = d.x.data() + static_cast<Index>(r) * terms;
    const double* mean = area_x.data() + static_cast<Index>(d.area[r]) * terms;
    for (Index i = 0; i < terms; ++i) {
      x[static_cast<std::size_t>(i)] = own[i] - mean[i];
      const double wx = w * x[static_cast<std::size_t>(i)];
      out.xy(i) += wx * y;
      out.scale(i) += w * own[i] * own[i];
      double* row = xx.data() + i * terms;
      for (Index j = 0; j <= i; ++j)
        row[j] += wx * x[static_cast<std::size_t>(j)];
    }
  }
  out.xx = xx.selfadjointView<Eigen::Lower>();
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
  out.within = within_areas(d, out);
  const WithinAreas& sums = out.within;
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

double squares_without_areas(const RegressionData& d, const Regression& fit) {
  WithinAreas sums = fit.within;
  double weight = 0, y = 0;
  Eigen::VectorXd x = Eigen::VectorXd::Zero(d.x.cols());
  const auto areas = static_cast<Index>(d.areas);
  const auto takes_area = [&](Index a) {
    return fit.weight(a) > 0 && (d.tells.empty() || d.tells[static_cast<std::size_t>(a)] != 0);
  };
  for (Index a = 0; a < areas; ++a) {
    if (!takes_area(a)) continue;
    weight += fit.weight(a);
    y += fit.weight(a) * fit.area_y(a);
    x += fit.weight(a) * fit.area_x.row(a).transpose();
  }
  x /= weight;
  y /= weight;
  for (Index a = 0; a < areas; ++a) {
    if (!takes_area(a)) continue;
    const Eigen::VectorXd apart = fit.area_x.row(a).transpose() - x;
    const double y_apart = fit.area_y(a) - y;
    sums.xx += fit.weight(a) * apart * apart.transpose();
    sums.xy += fit.weight(a) * y_apart * apart;
    sums.yy += fit.weight(a) * y_apart * y_apart;
  }
  const auto used = independent_terms(sums);
  if (used.empty()) return sums.yy;
  const Eigen::MatrixXd xx = sums.xx(used, used);
  const Eigen::VectorXd xy = sums.xy(used);
  return sums.yy - xy.dot(xx.ldlt().solve(xy));
}

AdjustedMean adjusted_mean(const Regression& fit, std::span<const std::size_t> areas) {
  AdjustedMean out;
  out.x = Eigen::VectorXd::Zero(fit.area_x.cols());
  double wy = 0;
  for (const std::size_t area : areas) {
    const auto a = static_cast<Index>(area);
    if (!(fit.weight(a) > 0)) continue;
    out.weight += fit.weight(a);
    wy += fit.weight(a) * fit.area_y(a);
    out.x += fit.weight(a) * fit.area_x.row(a).transpose();
  }
  out.x /= out.weight;
  out.crude = wy / out.weight;
  out.mean = out.crude - (out.x - fit.centre).dot(fit.slope);
  return out;
}

} // namespace joinedup
