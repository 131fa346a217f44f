#include "scoring/rasch_model.hpp"

#include <boost/math/tools/roots.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace joinedup {

RaschItem::RaschItem(std::span<const double> thresholds) {
  double below = 0;
  weights_.push_back(1);
  for (const double threshold : thresholds) {
    below += threshold;
    weights_.push_back(std::exp(-below));
  }
}

void RaschItem::moments(double exp_theta, double& expected, double& variance) const {
  double power = 1, all = 0, first = 0, second = 0;
  for (std::size_t k = 0; k < weights_.size(); ++k) {
    const double weight = weights_[k] * power;
    const auto category = static_cast<double>(k);
    all += weight;
    first += category * weight;
    second += category * category * weight;
    power *= exp_theta;
  }
  expected = first / all;
  variance = second / all - expected * expected;
}

double rasch_theta(std::span<const RaschItem* const> items, double sum, double extreme_adjustment) {
  double most = 0;
  for (const RaschItem* item : items)
    most += static_cast<double>(item->categories() - 1);
  const double target = std::clamp(sum, extreme_adjustment, most - extreme_adjustment);
  const auto distance = [&](double theta) {
    const double exp_theta = std::exp(theta);
    double total = 0, slope = 0;
    for (const RaschItem* item : items) {
      double expected = 0, variance = 0;
      item->moments(exp_theta, expected, variance);
      total += expected;
      slope += variance;
    }
    return std::make_pair(total - target, slope);
  };
  if (distance(-rasch_limit).first >= 0) return -rasch_limit;
  if (distance(rasch_limit).first <= 0) return rasch_limit;
  constexpr int binary_digits = 40;
  return boost::math::tools::newton_raphson_iterate(distance, 0.0, -rasch_limit, rasch_limit, binary_digits);
}

} // namespace joinedup
