#include "pipeline/analyses/sensitivity_points.hpp"

#include "index/power_mean.hpp"

#include <algorithm>
#include <cmath>

namespace joinedup {

namespace {

std::vector<double> values_of(std::span<const double> means, std::size_t k, std::size_t indicators) {
  std::vector<double> values;
  for (std::size_t i = k; i < means.size(); i += indicators)
    if (!std::isnan(means[i])) values.push_back(means[i]);
  return values;
}

} // namespace

std::vector<PointsLine> lines_about_areas(const std::string& normalise, std::span<const double> means,
                                          std::span<const PointsLine> goalposts) {
  std::vector<PointsLine> out;
  for (std::size_t k = 0; k < goalposts.size(); ++k) {
    const std::vector<double> values = values_of(means, k, goalposts.size());
    const PointsScale fitted = find_normaliser(normalise)->fit({{0, 0, goalposts[k].slope < 0}, values});
    out.push_back(fitted.none.empty() ? fitted.line : PointsLine{50, 0});
  }
  return out;
}

PointIndex index_of_points(double exponent, std::span<const double> points, std::span<const double> weights) {
  const bool shifted = exponent != 1;
  std::vector<double> used(points.begin(), points.end());
  if (shifted)
    for (double& p : used)
      p = to_positive(std::max(p, 0.0));
  const double linked = linked_sum(exponent, used, weights);
  PointIndex out{unlink(linked, exponent), std::vector<double>(points.size(), 0)};
  for (std::size_t k = 0; k < points.size(); ++k)
    if (weights[k] > 0 && !(shifted && points[k] < 0))
      out.by_point[k] = weights[k] * link_slope(used[k], exponent) * (shifted ? slope_to_positive : 1) *
                        unlink_slope(linked, exponent);
  return out;
}

} // namespace joinedup
