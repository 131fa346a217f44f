#include "stats/multiple_testing.hpp"

#include <algorithm>
#include <cmath>

namespace joinedup {

namespace {

/// Positions of the p-values that are numbers, smallest first.
std::vector<std::size_t> ascending(std::span<const double> p) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (!std::isnan(p[i])) order.push_back(i);
  }
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
  return order;
}

/// Largest first: each value is its p times factor(rank from 1, tests), never above those before it.
template <typename Factor> std::vector<double> step_up(std::span<const double> p, Factor factor) {
  std::vector<double> out(p.begin(), p.end());
  const auto order = ascending(p);
  const auto tests = static_cast<double>(order.size());
  double lowest = 1;
  for (std::size_t k = order.size(); k > 0; --k) {
    lowest = std::min(lowest, p[order[k - 1]] * factor(static_cast<double>(k), tests));
    out[order[k - 1]] = lowest;
  }
  return out;
}

} // namespace

std::vector<double> adjust_benjamini_hochberg(std::span<const double> p) {
  return step_up(p, [](double rank, double tests) { return tests / rank; });
}

std::vector<double> adjust_benjamini_yekutieli(std::span<const double> p) {
  double harmonic = 0;
  for (std::size_t k = ascending(p).size(); k > 0; --k)
    harmonic += 1 / static_cast<double>(k);
  return step_up(p, [harmonic](double rank, double tests) { return harmonic * tests / rank; });
}

std::vector<double> adjust_hochberg(std::span<const double> p) {
  return step_up(p, [](double rank, double tests) { return tests - rank + 1; });
}

std::vector<double> adjust_holm(std::span<const double> p) {
  std::vector<double> out(p.begin(), p.end());
  const auto order = ascending(p);
  double highest = 0;
  for (std::size_t k = 0; k < order.size(); ++k) {
    highest = std::max(highest, std::min(1.0, p[order[k]] * static_cast<double>(order.size() - k)));
    out[order[k]] = highest;
  }
  return out;
}

std::vector<double> adjust_bonferroni(std::span<const double> p) {
  std::vector<double> out(p.begin(), p.end());
  const auto tests = static_cast<double>(ascending(p).size());
  for (double& value : out) {
    if (!std::isnan(value)) value = std::min(1.0, value * tests);
  }
  return out;
}

} // namespace joinedup
