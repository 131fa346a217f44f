#include "index/combiners/benefit_of_the_doubt.hpp"

#include "stats/linear_programme.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <vector>

namespace joinedup {

namespace {

constexpr double negligible = 1e-9;

/// Parts that weigh, over 100; empty where one is missing or negative.
std::vector<double> row_of(std::span<const double> points, std::span<const double> weights) {
  std::vector<double> out;
  for (std::size_t k = 0; k < points.size(); ++k) {
    if (!(weights[k] > 0)) continue;
    if (!(points[k] >= 0)) return {};
    out.push_back(points[k] / 100);
  }
  return out;
}

} // namespace

Combined combine_with_benefit_of_the_doubt(const CombinerInput& input) {
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  const std::vector<double> own = row_of(input.points, input.weights);
  if (own.empty()) return {none, {}};
  std::vector<std::vector<double>> limits{own};
  for (const std::vector<double>& other : input.others) {
    std::vector<double> row = row_of(other, input.weights);
    if (!row.empty()) limits.push_back(std::move(row));
  }
  std::vector<double> most(limits.size(), 1);
  const double lower = input.choice.number("lower"), upper = input.choice.number("upper");
  for (std::size_t k = 0; k < own.size(); ++k) {
    std::vector<double> at_least, at_most;
    for (std::size_t j = 0; j < own.size(); ++j) {
      at_least.push_back(lower * own[j] - (j == k ? own[j] : 0));
      at_most.push_back((j == k ? own[j] : 0) - upper * own[j]);
    }
    limits.push_back(std::move(at_least));
    limits.push_back(std::move(at_most));
    most.insert(most.end(), 2, 0.0);
  }
  const auto found = linear_optimum(own, limits, most);
  return {found && found->value > negligible ? 100 * found->value : none, {}};
}

} // namespace joinedup
