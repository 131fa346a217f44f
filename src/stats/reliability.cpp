#include "stats/reliability.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace joinedup {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

struct Group {
  double n = 0, sum = 0, mean = 0;
};

std::vector<Group> groups_of(std::span<const double> values, std::span<const std::uint32_t> group) {
  std::vector<Group> groups(group.empty() ? 0 : std::size_t{std::ranges::max(group)} + 1);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (std::isnan(values[i])) continue;
    groups[group[i]].n += 1;
    groups[group[i]].sum += values[i];
  }
  std::erase_if(groups, [](const Group& g) { return g.n == 0 && g.sum == 0; });
  return groups;
}

} // namespace

AnovaIcc anova_icc(std::span<const double> values, std::span<const std::uint32_t> group) {
  AnovaIcc out{nan, nan, nan, nan, nan};
  auto groups = groups_of(values, group);
  double n = 0, sum = 0, n2 = 0;
  for (Group& g : groups) {
    g.mean = g.sum / g.n;
    n += g.n;
    n2 += g.n * g.n;
    sum += g.sum;
  }
  const auto count = static_cast<double>(groups.size());
  if (count < 2 || n <= count) return out;
  double between = 0, total = 0;
  for (const Group& g : groups)
    between += g.n * (g.mean - sum / n) * (g.mean - sum / n);
  for (const double value : values) {
    if (!std::isnan(value)) total += (value - sum / n) * (value - sum / n);
  }
  out.between = between / (count - 1);
  out.within = (total - between) / (n - count);
  out.f = out.between / out.within;
  out.n0 = (n - n2 / n) / (count - 1);
  out.icc = (out.between - out.within) / (out.between + (out.n0 - 1) * out.within);
  return out;
}

double spearman_brown(double icc, double n) { return n * icc / (1 + (n - 1) * icc); }

double respondents_needed(double icc, double reliability) {
  if (!(icc > 0 && icc < 1) || !(reliability > 0 && reliability < 1)) return nan;
  return reliability * (1 - icc) / (icc * (1 - reliability));
}

} // namespace joinedup
