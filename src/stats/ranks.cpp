#include "stats/ranks.hpp"

#include "stats/multiple_testing.hpp"
#include "stats/normal.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace joinedup {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

bool usable(const RankedValues& areas, std::size_t a) {
  return std::isfinite(areas.values[a]) && std::isfinite(areas.se[a]);
}

double difference_se(const RankedValues& areas, std::size_t a, std::size_t b) {
  const double covariance = areas.covariance.empty() ? 0 : areas.covariance[a * areas.values.size() + b];
  return std::sqrt(std::max(0.0, areas.se[a] * areas.se[a] + areas.se[b] * areas.se[b] - 2 * covariance));
}

/// Standardised difference b - a; without sampling error plus or minus infinity, or 0 where the values are equal.
double pair_z(const RankedValues& areas, std::size_t a, std::size_t b) {
  const double difference = areas.values[b] - areas.values[a];
  return difference == 0 ? 0 : difference / difference_se(areas, a, b);
}

std::vector<std::size_t> usable_areas(const RankedValues& areas) {
  std::vector<std::size_t> out;
  for (std::size_t a = 0; a < areas.values.size(); ++a) {
    if (usable(areas, a)) out.push_back(a);
  }
  return out;
}

/// A pair, its z (second minus first) and its p.
struct Pair {
  std::size_t first, second;
  double z;
};

void count_significant(std::vector<RankLimits>& limits, const std::vector<Pair>& pairs, double alpha, bool both_sides) {
  std::vector<double> p;
  for (const Pair& pair : pairs)
    p.push_back(two_sided_p(pair.z));
  const auto adjusted = adjust_holm(p);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (!(adjusted[i] < alpha)) continue;
    const auto [first, second, z] = pairs[i];
    (z > 0 ? limits[first].low : limits[first].high) += z > 0 ? 1 : -1;
    if (both_sides) (z > 0 ? limits[second].high : limits[second].low) += z > 0 ? -1 : 1;
  }
}

} // namespace

std::vector<CompetitionRank> competition_ranks(std::span<const double> values, double tolerance) {
  std::vector<CompetitionRank> ranks(values.size());
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!std::isnan(values[i])) order.push_back(i);
  }
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return values[a] > values[b]; });
  for (std::size_t start = 0; start < order.size();) {
    std::size_t end = start + 1;
    while (end < order.size() && values[order[start]] - values[order[end]] <= tolerance)
      ++end;
    for (std::size_t i = start; i < end; ++i)
      ranks[order[i]] = {static_cast<int>(start) + 1, end - start > 1};
    start = end;
  }
  return ranks;
}

std::vector<double> expected_ranks(const RankedValues& areas) {
  std::vector<double> out(areas.values.size(), nan);
  const auto used = usable_areas(areas);
  for (const std::size_t a : used) {
    double rank = 1;
    for (const std::size_t j : used) {
      if (j != a) rank += normal_cdf(pair_z(areas, a, j));
    }
    out[a] = rank;
  }
  return out;
}

std::vector<RankLimits> rank_limits(const RankedValues& areas, RankFamily family, double alpha) {
  std::vector<RankLimits> limits(areas.values.size());
  const auto used = usable_areas(areas);
  for (const std::size_t a : used)
    limits[a] = {1, static_cast<int>(used.size())};
  std::vector<Pair> pairs;
  for (const std::size_t a : used) {
    if (family == RankFamily::marginal) pairs.clear();
    for (const std::size_t j : used) {
      const bool wanted = family == RankFamily::marginal ? j != a : j > a;
      if (wanted) pairs.push_back({a, j, pair_z(areas, a, j)});
    }
    if (family == RankFamily::marginal) count_significant(limits, pairs, alpha, false);
  }
  if (family == RankFamily::simultaneous) count_significant(limits, pairs, alpha, true);
  return limits;
}

} // namespace joinedup
