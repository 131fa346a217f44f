#include "adjust/logistic.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace joinedup {

namespace {

using Index = Eigen::Index;

constexpr int most_steps = 50, most_halvings = 20;
constexpr double settled_gain = 1e-18; ///< of the log likelihood per unit of weight, still to be had
constexpr double certain = 30;         ///< log odds of a group that is told apart for sure

bool takes_part(const RegressionData& d, std::size_t r) { return !std::isnan(d.y[r]) && d.weights[r] > 0; }

double weight_of(const RegressionData& d, std::size_t r) { return d.weights[r] * d.counts[r]; }

double expit(double t) { return t >= 0 ? 1 / (1 + std::exp(-t)) : std::exp(t) / (1 + std::exp(t)); }

double log_odds(const Logistic& fit, double effect, const RegressionData& d, std::size_t r) {
  return d.x.cols() > 0 ? effect + d.x.row(static_cast<Index>(r)).dot(fit.slope) : effect;
}

/// Answers of the areas that have both kinds; others are NaN and take no part in the slope.
std::vector<double> of_mixed_areas(const RegressionData& d, Logistic& out) {
  const auto areas = static_cast<Index>(d.areas);
  Eigen::VectorXd yes = Eigen::VectorXd::Zero(areas);
  out.weight = Eigen::VectorXd::Zero(areas);
  for (std::size_t r = 0; r < d.y.size(); ++r) {
    if (!takes_part(d, r)) continue;
    out.weight(d.area[r]) += weight_of(d, r);
    if (d.y[r] > 0) yes(d.area[r]) += weight_of(d, r) * d.y[r];
  }
  out.effect = Eigen::VectorXd(areas);
  for (Index a = 0; a < areas; ++a) {
    // All yes adds up what the weights do, in the same order: the two are equal to the last bit.
    const double all = out.weight(a), share = yes(a) / all;
    out.effect(a) = !(all > 0)      ? std::numeric_limits<double>::quiet_NaN()
                    : yes(a) == 0   ? -std::numeric_limits<double>::infinity()
                    : yes(a) == all ? std::numeric_limits<double>::infinity()
                                    : std::log(share / (1 - share));
  }
  std::vector<double> y(d.y.begin(), d.y.end());
  for (std::size_t r = 0; r < y.size(); ++r)
    if (!std::isfinite(out.effect(d.area[r]))) y[r] = std::numeric_limits<double>::quiet_NaN();
  return y;
}

/// Of the areas that tell the slope.
double log_likelihood(const RegressionData& d, const Logistic& fit) {
  double sum = 0;
  for (std::size_t r = 0; r < d.y.size(); ++r) {
    if (!takes_part(d, r) || !d.tells_slope(r)) continue;
    const double t = log_odds(fit, fit.effect(d.area[r]), d, r);
    const double log_of_no = t > 0 ? -t - std::log1p(std::exp(-t)) : -std::log1p(std::exp(t));
    sum += weight_of(d, r) * (d.y[r] * t + log_of_no);
  }
  return sum;
}

/// Sums over the records at the present fit.
struct Newton {
  Eigen::MatrixXd xx;    ///< information on the slope, area effects taken out
  Eigen::VectorXd slope; ///< score of the slope, area effects taken out
  Eigen::VectorXd area;  ///< score of each area's effect
};

Newton derivatives(const RegressionData& d, Logistic& fit) {
  const Index terms = d.x.cols(), areas = static_cast<Index>(d.areas);
  fit.area_x = Eigen::MatrixXd::Zero(areas, terms);
  fit.information = Eigen::VectorXd::Zero(areas);
  Newton out{Eigen::MatrixXd::Zero(terms, terms), Eigen::VectorXd::Zero(terms), Eigen::VectorXd::Zero(areas)};
  std::vector<double> p(d.y.size(), 0);
  for (std::size_t r = 0; r < d.y.size(); ++r) {
    if (!takes_part(d, r)) continue;
    p[r] = expit(log_odds(fit, fit.effect(d.area[r]), d, r));
    const double v = weight_of(d, r) * p[r] * (1 - p[r]);
    fit.information(d.area[r]) += v;
    out.area(d.area[r]) += weight_of(d, r) * (d.y[r] - p[r]);
    if (terms > 0) fit.area_x.row(d.area[r]) += v * d.x.row(static_cast<Index>(r));
  }
  for (Index a = 0; a < areas; ++a)
    if (terms > 0 && fit.information(a) > 0) fit.area_x.row(a) /= fit.information(a);
  for (std::size_t r = 0; terms > 0 && r < d.y.size(); ++r) {
    if (!takes_part(d, r) || !d.tells_slope(r)) continue;
    const Eigen::VectorXd x = (d.x.row(static_cast<Index>(r)) - fit.area_x.row(d.area[r])).transpose();
    out.xx.selfadjointView<Eigen::Lower>().rankUpdate(x, weight_of(d, r) * p[r] * (1 - p[r]));
    out.slope += weight_of(d, r) * (d.y[r] - p[r]) * x;
  }
  out.xx = Eigen::MatrixXd(out.xx.selfadjointView<Eigen::Lower>());
  return out;
}

/// Inverse of the information on the terms used; rows and columns of others are 0.
Eigen::MatrixXd inverse_of(const Eigen::MatrixXd& xx, const std::vector<bool>& used) {
  std::vector<Index> places;
  for (std::size_t j = 0; j < used.size(); ++j)
    if (used[j]) places.push_back(static_cast<Index>(j));
  Eigen::MatrixXd out = Eigen::MatrixXd::Zero(xx.rows(), xx.cols());
  if (places.empty()) return out;
  const auto size = static_cast<Index>(places.size());
  const Eigen::MatrixXd some = xx(places, places);
  const Eigen::MatrixXd inverse = some.ldlt().solve(Eigen::MatrixXd::Identity(size, size));
  out(places, places) = inverse;
  return out;
}

/// One step of Newton, shortened while it does not help; what the likelihood may still gain.
double step(const RegressionData& d, Logistic& fit) {
  const Newton at = derivatives(d, fit);
  fit.inverse = inverse_of(at.xx, fit.used);
  const Eigen::VectorXd by_slope = fit.inverse * at.slope;
  Eigen::VectorXd by_area = Eigen::VectorXd::Zero(at.area.size());
  for (Index a = 0; a < by_area.size(); ++a)
    if (fit.information(a) > 0)
      by_area(a) = at.area(a) / fit.information(a) - (by_slope.size() > 0 ? fit.area_x.row(a).dot(by_slope) : 0);
  double gain = at.slope.dot(by_slope);
  for (Index a = 0; a < by_area.size(); ++a)
    if (fit.information(a) > 0) gain += at.area(a) * at.area(a) / fit.information(a);
  const Eigen::VectorXd effect = fit.effect, slope = fit.slope;
  const double before = log_likelihood(d, fit);
  double length = 1;
  for (int halving = 0; halving < most_halvings; ++halving, length /= 2) {
    fit.slope = slope + length * by_slope;
    for (Index a = 0; a < by_area.size(); ++a)
      if (std::isfinite(effect(a))) fit.effect(a) = effect(a) + length * by_area(a);
    if (log_likelihood(d, fit) >= before - 1e-12 * std::fabs(before)) break;
  }
  return gain;
}

bool any_certain(const RegressionData& d, const Logistic& fit) {
  for (std::size_t r = 0; r < d.y.size(); ++r)
    if (takes_part(d, r) && std::fabs(log_odds(fit, fit.effect(d.area[r]), d, r)) > certain) return true;
  return false;
}

} // namespace

Logistic regress_log_odds(const RegressionData& given) {
  Logistic out;
  const std::vector<double> y = of_mixed_areas(given, out);
  const RegressionData d{y, given.weights, given.counts, given.area, given.areas, given.x, given.tells};
  out.used = regress(d).used;
  out.slope = Eigen::VectorXd::Zero(d.x.cols());
  const double weight = std::max(out.weight.sum(), std::numeric_limits<double>::min());
  for (int n = 0; n < most_steps && !out.settled; ++n)
    out.settled = step(d, out) < settled_gain * weight;
  out.inverse = inverse_of(derivatives(d, out).xx, out.used);
  out.settled = out.settled && !any_certain(d, out);
  return out;
}

double fitted_share(const Logistic& fit, double effect, const RegressionData& d, std::size_t record) {
  return expit(log_odds(fit, effect, d, record));
}

PredictiveMargins predictive_margins(const RegressionData& d, const Logistic& fit) {
  const Index areas = fit.effect.size(), terms = d.x.cols();
  PredictiveMargins out{Eigen::VectorXd::Zero(areas), Eigen::VectorXd::Zero(areas),
                        Eigen::MatrixXd::Zero(areas, terms)};
  double all = 0;
  for (std::size_t r = 0; r < d.y.size(); ++r) {
    if (!takes_part(d, r)) continue;
    const double w = weight_of(d, r), own = log_odds(fit, 0, d, r);
    all += w;
    for (Index a = 0; a < areas; ++a) {
      const double p = expit(fit.effect(a) + own), v = w * p * (1 - p);
      out.mean(a) += w * p;
      out.by_effect(a) += v;
      if (terms > 0) out.by_slope.row(a) += v * d.x.row(static_cast<Index>(r));
    }
  }
  out.mean /= all;
  out.by_effect /= all;
  out.by_slope /= all;
  return out;
}

} // namespace joinedup
