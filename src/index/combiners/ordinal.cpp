#include "index/combiners/ordinal.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace joinedup {

namespace {
constexpr double rounding = 1e-9; // shares are sums of rounded numbers
} // namespace

Combined combine_by_median(const CombinerInput& input) {
  std::vector<std::pair<double, double>> parts;
  for (std::size_t k = 0; k < input.points.size(); ++k)
    if (input.weights[k] != 0) parts.emplace_back(input.points[k], input.weights[k]);
  std::sort(parts.begin(), parts.end());
  double reached = 0;
  for (const auto& [point, weight] : parts) {
    reached += weight;
    if (reached >= 0.5 - rounding) return {point, {}};
  }
  return {std::numeric_limits<double>::quiet_NaN(), {}};
}

double outranking(std::span<const double> mine, std::span<const double> other, std::span<const double> weights) {
  double higher = 0, both = 0;
  for (std::size_t k = 0; k < mine.size(); ++k) {
    if (std::isnan(mine[k]) || std::isnan(other[k])) continue;
    both += weights[k];
    if (std::fabs(mine[k] - other[k]) <= rounding)
      higher += weights[k] / 2;
    else if (mine[k] > other[k])
      higher += weights[k];
  }
  return both > 0 ? higher / both : std::numeric_limits<double>::quiet_NaN();
}

Combined combine_by_copeland(const CombinerInput& input) {
  double score = 0;
  for (const std::vector<double>& other : input.others) {
    const double share = outranking(input.points, other, input.weights);
    if (share > 0.5 + rounding) ++score;
    if (share < 0.5 - rounding) --score;
  }
  return {input.others.empty() ? std::numeric_limits<double>::quiet_NaN() : score, {}};
}

} // namespace joinedup
