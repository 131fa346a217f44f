#include "stats/quantile.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace joinedup {

double quantile(std::span<const double> values, double p, QuantileType type) {
  std::vector<double> sorted;
  std::ranges::copy_if(values, std::back_inserter(sorted), [](double v) { return !std::isnan(v); });
  if (sorted.empty() || !(p >= 0 && p <= 1)) return std::numeric_limits<double>::quiet_NaN();
  std::ranges::sort(sorted);
  const auto n = static_cast<double>(sorted.size());
  const double place = type == QuantileType::seven ? (n - 1) * p + 1 : (n + 1) * p; // counted from 1
  const double held = std::clamp(place, 1.0, n);
  const double below = std::floor(held);
  const auto index = static_cast<std::size_t>(below) - 1;
  const std::size_t above = std::min(index + 1, sorted.size() - 1);
  return sorted[index] + (held - below) * (sorted[above] - sorted[index]);
}

} // namespace joinedup
