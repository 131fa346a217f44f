#include "pipeline/analyses/sensitivity_points.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace joinedup {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Indicator k over the areas of a run.
struct Spread {
  double low = infinity, high = -infinity, mean = 0, sd = 0;
};

Spread spread_of(std::span<const double> means, std::size_t k, std::size_t indicators) {
  Spread out;
  double n = 0, squares = 0;
  for (std::size_t i = k; i < means.size(); i += indicators) {
    if (std::isnan(means[i])) continue;
    out.low = std::min(out.low, means[i]);
    out.high = std::max(out.high, means[i]);
    out.mean += means[i];
    ++n;
  }
  out.mean /= n;
  for (std::size_t i = k; i < means.size(); i += indicators) {
    if (!std::isnan(means[i])) squares += (means[i] - out.mean) * (means[i] - out.mean);
  }
  out.sd = std::sqrt(squares / (n - 1));
  return out;
}

/// The line of the given slope on which `value` has `points`; a slope that is no number gives 50 points to all.
PointsLine through(double value, double points, double slope) {
  if (!std::isfinite(slope)) return {50, 0};
  return {points - slope * value, slope};
}

} // namespace

std::vector<PointsLine> lines_of_run(const std::string& normalise, std::span<const double> means,
                                     std::span<const PointsLine> goalposts) {
  std::vector<PointsLine> out(goalposts.begin(), goalposts.end());
  if (normalise == "goalposts") return out;
  for (std::size_t k = 0; k < out.size(); ++k) {
    const Spread s = spread_of(means, k, out.size());
    const bool low_is_good = goalposts[k].slope < 0;
    if (normalise == "z_score")
      out[k] = through(s.mean, 50, (low_is_good ? -10 : 10) / s.sd);
    else
      out[k] = through(low_is_good ? s.high : s.low, 0, (low_is_good ? -100 : 100) / (s.high - s.low));
  }
  return out;
}

PointIndex index_of_points(const std::string& aggregate, std::span<const double> points,
                           std::span<const double> weights) {
  PointIndex out;
  out.by_point.assign(points.size(), 0);
  const bool geometric = aggregate == "geometric";
  constexpr double stretch = 0.99; // [0, 100] -> [1, 100]
  for (std::size_t k = 0; k < points.size(); ++k) {
    if (weights[k] <= 0) continue;
    out.value += weights[k] * (geometric ? std::log(1 + stretch * std::max(points[k], 0.0)) : points[k]);
  }
  if (geometric) out.value = std::exp(out.value);
  for (std::size_t k = 0; k < points.size(); ++k) {
    if (weights[k] <= 0) continue;
    out.by_point[k] = weights[k];
    if (geometric) out.by_point[k] *= points[k] < 0 ? 0 : out.value * stretch / (1 + stretch * points[k]);
  }
  return out;
}

} // namespace joinedup
