#include "pipeline/analyses/sensitivity_stand_in.hpp"

#include "stats/moments.hpp"
#include "stats/quantile.hpp"

#include <cmath>
#include <numeric>

namespace joinedup {

namespace {

constexpr std::size_t fewest = 2; ///< areas that make a group

GroupPoints of_areas(const std::vector<std::vector<double>>& points, std::span<const std::string> region, std::size_t k,
                     const std::string* of) {
  std::vector<double> values;
  for (std::size_t a = 0; a < points.size(); ++a)
    if (!std::isnan(points[a][k]) && (of == nullptr || region[a] == *of)) values.push_back(points[a][k]);
  if (values.size() < fewest) return {NAN, NAN, NAN, values.size()};
  const Moments m = moments(values);
  return {m.mean, quantile(values, 0.5), m.sd, values.size()};
}

/// The area's own points of the domain of `k`, or of all domains where it has none there; shares that sum to 1.
std::vector<double> shares_of_own(std::span<const double> points, std::span<const double> weights,
                                  const IndexFrame& frame, std::size_t k) {
  std::vector<double> share(points.size(), 0);
  double sum = 0;
  for (const bool anywhere : {false, true}) {
    for (std::size_t j = 0; j < points.size(); ++j)
      if (!std::isnan(points[j]) && (anywhere || frame.components[j].domain == frame.components[k].domain))
        share[j] = weights[j];
    sum = std::accumulate(share.begin(), share.end(), 0.0);
    if (sum > 0) break;
  }
  for (double& one : share)
    one = sum > 0 ? one / sum : 0;
  return share;
}

} // namespace

std::vector<std::vector<GroupPoints>> group_points(const std::vector<std::vector<double>>& points,
                                                   std::span<const std::string> region) {
  std::vector<std::vector<GroupPoints>> out(points.size());
  for (std::size_t a = 0; a < points.size(); ++a) {
    for (std::size_t k = 0; k < points[a].size(); ++k) {
      if (!std::isnan(points[a][k])) {
        out[a].emplace_back();
        continue;
      }
      GroupPoints near = of_areas(points, region, k, &region[a]);
      out[a].push_back(near.areas < fewest ? of_areas(points, region, k, nullptr) : near);
    }
  }
  return out;
}

StandIn stand_in(std::string_view imputation, std::span<const double> points, std::span<const double> whole,
                 std::span<const double> weights, const IndexFrame& frame, std::span<const GroupPoints> group) {
  const bool from_group = imputation == "group_mean" || imputation == "group_median";
  StandIn out{{points.begin(), points.end()},
              std::vector<std::vector<double>>(points.size()),
              std::vector<double>(points.size(), 0)};
  for (std::size_t k = 0; k < points.size(); ++k) {
    if (!std::isnan(points[k])) continue;
    if (from_group && group[k].areas >= fewest) {
      out.points[k] = imputation == "group_mean" ? group[k].mean : group[k].median;
      out.variance[k] = group[k].sd * group[k].sd;
      continue;
    }
    const bool deviations = imputation != "levels";
    out.share[k] = shares_of_own(points, weights, frame, k);
    const double sum = std::accumulate(out.share[k].begin(), out.share[k].end(), 0.0);
    out.points[k] = deviations || sum <= 0 ? whole[k] : 0;
    for (std::size_t j = 0; j < points.size(); ++j)
      if (out.share[k][j] > 0) out.points[k] += out.share[k][j] * (points[j] - (deviations ? whole[j] : 0));
  }
  return out;
}

} // namespace joinedup
