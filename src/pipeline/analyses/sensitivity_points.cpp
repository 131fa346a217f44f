#include "pipeline/analyses/sensitivity_points.hpp"

#include "index/combine.hpp"
#include "stats/moments.hpp"

#include <algorithm>
#include <cmath>

namespace joinedup {

namespace {

constexpr double sds_to_the_ends = 5; // of z_score: 0 and 100 points lie so many SDs from the mean, so one is 10 points

/// What stands for the goalposts of indicator k: ends taken from the areas of the run.
Goalposts ends_of_run(const std::string& normalise, std::span<const double> means, std::size_t k,
                      std::size_t indicators) {
  std::vector<double> values;
  for (std::size_t i = k; i < means.size(); i += indicators)
    if (!std::isnan(means[i])) values.push_back(means[i]);
  if (values.empty()) return {};
  if (normalise == "min_max") {
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    return {*low, *high, false};
  }
  const Moments m = moments(values);
  return {m.mean - sds_to_the_ends * m.sd, m.mean + sds_to_the_ends * m.sd, false};
}

} // namespace

std::vector<PointsLine> lines_of_run(const std::string& normalise, std::span<const double> means,
                                     std::span<const PointsLine> goalposts) {
  std::vector<PointsLine> out(goalposts.begin(), goalposts.end());
  if (normalise == "goalposts") return out;
  for (std::size_t k = 0; k < out.size(); ++k) {
    Goalposts ends = ends_of_run(normalise, means, k, out.size());
    ends.low_is_good = goalposts[k].slope < 0;
    out[k] = ends.low < ends.high ? find_normaliser("goalposts")->fit(ends) : PointsLine{50, 0};
  }
  return out;
}

PointIndex index_of_points(const std::string& aggregate, std::span<const double> points,
                           std::span<const double> weights) {
  const Combiner& mean = *find_combiner(aggregate);
  std::vector<double> used(points.begin(), points.end());
  if (&mean == &geometric_mean)
    for (double& p : used)
      p = std::max(p, 0.0);
  const double linked = linked_sum(mean, used, weights);
  PointIndex out{mean.inverse(linked), std::vector<double>(points.size(), 0)};
  for (std::size_t k = 0; k < points.size(); ++k)
    if (weights[k] > 0 && used[k] == points[k])
      out.by_point[k] = weights[k] * mean.link_slope(points[k]) * mean.inverse_slope(linked);
  return out;
}

} // namespace joinedup
