#include "stats/reliability.hpp"

#include "stats/moments.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace joinedup {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

std::vector<GroupMoments> groups_of(std::span<const double> values, std::span<const std::uint32_t> group) {
  std::vector<std::vector<double>> members(group.empty() ? 0 : std::size_t{std::ranges::max(group)} + 1);
  for (std::size_t i = 0; i < values.size(); ++i)
    if (!std::isnan(values[i])) members[group[i]].push_back(values[i]);
  std::vector<GroupMoments> out;
  for (const std::vector<double>& one : members) {
    const Moments m = moments(one);
    if (m.n > 0) out.push_back({static_cast<double>(m.n), m.mean, m.sd});
  }
  return out;
}

} // namespace

AnovaIcc anova_icc(std::span<const GroupMoments> groups) {
  AnovaIcc out{nan, nan, nan, nan, nan};
  double n = 0, sum = 0, n2 = 0, between = 0, within = 0;
  for (const GroupMoments& g : groups) {
    n += g.n;
    n2 += g.n * g.n;
    sum += g.n * g.mean;
    if (g.n > 1) within += (g.n - 1) * g.sd * g.sd;
  }
  const auto count = static_cast<double>(groups.size());
  if (count < 2 || n <= count) return out;
  for (const GroupMoments& g : groups)
    between += g.n * (g.mean - sum / n) * (g.mean - sum / n);
  out.between = between / (count - 1);
  out.within = within / (n - count);
  out.f = out.between / out.within;
  out.n0 = (n - n2 / n) / (count - 1);
  out.icc = (out.between - out.within) / (out.between + (out.n0 - 1) * out.within);
  return out;
}

AnovaIcc anova_icc(std::span<const double> values, std::span<const std::uint32_t> group) {
  return anova_icc(groups_of(values, group));
}

double spearman_brown(double icc, double n) { return n * icc / (1 + (n - 1) * icc); }

double respondents_needed(double icc, double reliability) {
  if (!(icc > 0 && icc < 1) || !(reliability > 0 && reliability < 1)) return nan;
  return reliability * (1 - icc) / (icc * (1 - reliability));
}

} // namespace joinedup
