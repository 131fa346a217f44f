#include "adjust/area_contrasts.hpp"

#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <cmath>
#include <limits>

namespace joinedup {

namespace {

using Index = Eigen::Index;
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

double two_sided(double t, double df) {
  if (!std::isfinite(t) || !(df > 0)) return nan;
  return 2 * boost::math::cdf(boost::math::complement(boost::math::students_t_distribution<double>(df), std::fabs(t)));
}

void test_areas(const RegressionData& data, const Regression& fit, AdjustedAreas& out) {
  const double squares = fit.residual_variance * fit.residual_df;
  out.f = out.f_p = nan;
  if (!(out.f_df > 0) || !(out.df > 0) || !(squares > 0)) return;
  out.f = (squares_without_areas(data, fit) - squares) / out.f_df / fit.residual_variance;
  if (out.f >= 0)
    out.f_p =
        boost::math::cdf(boost::math::complement(boost::math::fisher_f_distribution<double>(out.f_df, out.df), out.f));
}

} // namespace

AdjustedAreas adjusted_areas(const RegressionData& data, const Regression& fit) {
  AdjustedAreas out;
  const Index areas = fit.weight.size();
  Eigen::MatrixXd x = fit.area_x;
  for (Index a = 0; x.cols() > 0 && a < areas; ++a)
    x.row(a) -= fit.centre.transpose();
  out.mean = fit.area_y - x * fit.slope;
  out.covariance = x * fit.inverse * x.transpose();
  for (Index a = 0; a < areas; ++a)
    out.covariance(a, a) += fit.weight(a) > 0 ? 1 / fit.weight(a) : nan;
  out.covariance *= fit.residual_variance;
  out.df = fit.residual_df;
  out.f_df = -1;
  for (Index a = 0; a < areas; ++a)
    out.f_df += fit.weight(a) > 0 && (data.tells.empty() || data.tells[static_cast<std::size_t>(a)] != 0) ? 1 : 0;
  test_areas(data, fit, out);
  return out;
}

std::vector<AreaContrast> contrasts(const AdjustedAreas& areas, const std::vector<std::size_t>& among) {
  std::vector<Index> at;
  for (const std::size_t a : among)
    at.push_back(static_cast<Index>(a));
  const auto size = static_cast<Index>(at.size());
  const Eigen::MatrixXd centring =
      Eigen::MatrixXd::Identity(size, size) - Eigen::MatrixXd::Constant(size, size, 1.0 / static_cast<double>(size));
  const Eigen::VectorXd difference = centring * Eigen::VectorXd(areas.mean(at));
  const Eigen::MatrixXd covariance = centring * Eigen::MatrixXd(areas.covariance(at, at)) * centring.transpose();
  std::vector<AreaContrast> out;
  for (Index i = 0; i < size; ++i) {
    AreaContrast one;
    one.difference = difference(i);
    one.se = std::sqrt(covariance(i, i));
    one.t = one.difference / one.se;
    one.p = two_sided(one.t, areas.df);
    if (one.p < 0.05) one.stars = one.difference > 0 ? 3 : 1;
    out.push_back(one);
  }
  return out;
}

} // namespace joinedup
