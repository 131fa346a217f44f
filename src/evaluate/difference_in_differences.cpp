#include "evaluate/difference_in_differences.hpp"

#include "stats/counted_bits.hpp"
#include "stats/moments.hpp"
#include "stats/normal.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace joinedup {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr DidEstimate nothing{nan, nan, nan, nan, nan, nan, nan};
/// All ways to choose the treated clusters are looked at up to this many; else so many are drawn.
constexpr double most_ways = 200'000;
constexpr std::uint64_t drawn_ways = 9'999;

DidEstimate with_t(double value, double se, double df) {
  constexpr double upper = 0.975;
  DidEstimate out{value, se, df, nan, nan, nan, nan};
  if (!(df > 0) || !(se >= 0)) return out;
  const double reach = student_t_quantile(upper, df) * se;
  out.low = value - reach;
  out.high = value + reach;
  if (se > 0) {
    out.t = value / se;
    out.p = student_t_two_sided_p(out.t, df);
  }
  return out;
}

struct Cell {
  double n = 0, sum = 0;
  double mean() const { return n > 0 ? sum / n : nan; }
};

/// What a cluster holds in each wave, and which arm it is of.
struct Cluster {
  std::array<Cell, 2> waves;
  std::array<bool, 2> arms{};
  bool any() const { return arms[0] || arms[1]; }
  bool mixed() const { return arms[0] && arms[1]; }
  bool both_waves() const { return waves[0].n > 0 && waves[1].n > 0; }
};

std::vector<Cluster> clusters_of(const DidRecords& r) {
  std::vector<Cluster> out(r.clusters);
  for (std::size_t i = 0; i < r.values.size(); ++i) {
    Cluster& one = out[r.cluster[i]];
    Cell& cell = one.waves.at(r.after[i]);
    cell.n += 1;
    cell.sum += r.values[i];
    one.arms.at(r.treated[i]) = true;
  }
  std::erase_if(out, [](const Cluster& one) { return !one.any(); });
  return out;
}

/// sum over clusters of (sum of score x residual)^2.
double by_cluster(const DidRecords& r, const std::vector<double>& terms) {
  std::vector<double> sums(r.clusters);
  for (std::size_t i = 0; i < terms.size(); ++i)
    sums[r.cluster[i]] += terms[i];
  return std::inner_product(sums.begin(), sums.end(), sums.begin(), 0.0);
}

/// Of the saturated regression: each cell of arm and wave has its mean.
void fit_records(const DidRecords& r, DifferenceInDifferences& out) {
  std::array<std::array<Cell, 2>, 2> cells; // [arm][wave]
  for (std::size_t i = 0; i < r.values.size(); ++i) {
    Cell& cell = cells.at(r.treated[i]).at(r.after[i]);
    cell.n += 1;
    cell.sum += r.values[i];
  }
  double residual_squares = 0, robust = 0, inverse = 0;
  std::vector<double> terms;
  for (std::size_t i = 0; i < r.values.size(); ++i) {
    const Cell& cell = cells.at(r.treated[i]).at(r.after[i]);
    const double residual = r.values[i] - cell.mean(), sign = r.treated[i] == r.after[i] ? 1 : -1;
    terms.push_back(sign * residual / cell.n);
    residual_squares += residual * residual;
    robust += terms.back() * terms.back();
  }
  for (const auto& arm : cells)
    for (const Cell& cell : arm)
      inverse += 1 / cell.n; // an empty cell: infinite, and no mean
  const double value = cells[1][1].mean() - cells[1][0].mean() - (cells[0][1].mean() - cells[0][0].mean());
  constexpr double terms_of_fit = 4;
  const auto n = static_cast<double>(out.n), g = static_cast<double>(out.clusters);
  const bool possible = !std::isnan(value) && n > terms_of_fit;
  out.se_ols = possible ? std::sqrt(residual_squares / (n - terms_of_fit) * inverse) : nan;
  out.se_hc0 = possible ? std::sqrt(robust) : nan;
  out.se_hc1 = possible ? std::sqrt(robust * n / (n - terms_of_fit)) : nan;
  const bool clustered = possible && out.clusters > 2;
  const double sandwich = clustered ? by_cluster(r, terms) * g / (g - 1) : nan;
  out.se_cluster_hc0 = std::sqrt(sandwich);
  out.records = with_t(value, std::sqrt(sandwich * (n - 1) / (n - terms_of_fit)), g - 2);
}

/// With two waves the level of each cluster goes by its means: what is left is a slope on the wave in each arm.
void fit_fixed_effects(const DidRecords& r, DifferenceInDifferences& out) {
  std::vector<Cell> values(r.clusters), waves(r.clusters);
  for (std::size_t i = 0; i < r.values.size(); ++i) {
    values[r.cluster[i]].n += 1;
    values[r.cluster[i]].sum += r.values[i];
    waves[r.cluster[i]].n += 1;
    waves[r.cluster[i]].sum += r.after[i];
  }
  std::array<double, 2> squares{}, products{};
  const auto wave_of = [&](std::size_t i) { return r.after[i] - waves[r.cluster[i]].mean(); };
  const auto value_of = [&](std::size_t i) { return r.values[i] - values[r.cluster[i]].mean(); };
  for (std::size_t i = 0; i < r.values.size(); ++i) {
    squares.at(r.treated[i]) += wave_of(i) * wave_of(i);
    products.at(r.treated[i]) += wave_of(i) * value_of(i);
  }
  if (!(squares[0] > 0) || !(squares[1] > 0)) return;
  std::vector<double> terms;
  for (std::size_t i = 0; i < r.values.size(); ++i) {
    const std::size_t arm = r.treated[i];
    const double residual = value_of(i) - products.at(arm) / squares.at(arm) * wave_of(i);
    terms.push_back((arm == 1 ? 1 : -1) * wave_of(i) / squares.at(arm) * residual);
  }
  const auto n = static_cast<double>(out.n), g = static_cast<double>(out.clusters);
  const double fitted = g + 2; // levels, wave, wave of the treated
  const double variance =
      out.clusters > 2 && n > fitted ? by_cluster(r, terms) * g / (g - 1) * (n - 1) / (n - fitted) : nan;
  out.fixed_effects = with_t(products[1] / squares[1] - products[0] / squares[0], std::sqrt(variance), g - 2);
}

double mean_difference_of(const std::vector<double>& changes, const std::vector<std::uint8_t>& treated) {
  std::array<Cell, 2> arms;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    arms.at(treated[i]).n += 1;
    arms.at(treated[i]).sum += changes[i];
  }
  return arms[1].mean() - arms[0].mean();
}

/// n over k, at most a little above `most_ways`.
double ways(std::size_t n, std::size_t k) {
  double out = 1;
  for (std::size_t i = 0; i < std::min(k, n - k) && out <= most_ways; ++i)
    out = out * static_cast<double>(n - i) / static_cast<double>(i + 1);
  return out;
}

void permute(const std::vector<double>& changes, std::vector<std::uint8_t> treated, DifferenceInDifferences& out) {
  const double observed = std::abs(mean_difference_of(changes, treated));
  constexpr double tie = 1e-9; // sums in another order
  std::uint64_t as_large = 0;
  const auto look = [&] {
    ++out.permutations;
    if (std::abs(mean_difference_of(changes, treated)) >= observed - tie * std::max(1.0, observed)) ++as_large;
  };
  const auto chosen = static_cast<std::size_t>(std::count(treated.begin(), treated.end(), std::uint8_t{1}));
  out.all_permutations = ways(changes.size(), chosen) <= most_ways;
  if (out.all_permutations) {
    std::sort(treated.begin(), treated.end());
    do
      look();
    while (std::next_permutation(treated.begin(), treated.end()));
  } else {
    look();
    for (std::uint64_t draw = 0; draw < drawn_ways; ++draw) {
      CountedBits bits(1, 0, draw);
      for (std::size_t i = treated.size(); i > 1; --i)
        std::swap(treated[i - 1], treated[bits.below(i)]);
      look();
    }
  }
  out.permutation_p = static_cast<double>(as_large) / static_cast<double>(out.permutations);
}

void compare_cluster_means(const std::vector<Cluster>& clusters, DifferenceInDifferences& out) {
  std::vector<double> changes;
  std::vector<std::uint8_t> treated;
  std::array<std::vector<double>, 2> arms;
  for (const Cluster& one : clusters) {
    if (!one.both_waves()) continue;
    changes.push_back(one.waves[1].mean() - one.waves[0].mean());
    treated.push_back(one.arms[1] ? 1 : 0);
    arms.at(treated.back()).push_back(changes.back());
  }
  if (arms[0].empty() || arms[1].empty()) return;
  double squares = 0, inverse = 0;
  for (const auto& arm : arms) {
    const Moments m = moments(arm);
    const auto n = static_cast<double>(arm.size());
    squares += arm.size() > 1 ? m.sd * m.sd * (n - 1) : 0;
    inverse += 1 / n;
  }
  const auto df = static_cast<double>(changes.size()) - 2;
  const double se = df > 0 ? std::sqrt(squares / df * inverse) : nan;
  out.cluster_means = with_t(mean_difference_of(changes, treated), se, df);
  permute(changes, std::move(treated), out);
}

} // namespace

DifferenceInDifferences difference_in_differences(const DidRecords& records) {
  DifferenceInDifferences out;
  const std::vector<Cluster> clusters = clusters_of(records);
  out.n = records.values.size();
  out.clusters = clusters.size();
  out.fixed_effects = out.cluster_means = nothing;
  out.permutation_p = nan;
  fit_records(records, out);
  if (std::any_of(clusters.begin(), clusters.end(), [](const Cluster& one) { return one.mixed(); })) return out;
  fit_fixed_effects(records, out);
  compare_cluster_means(clusters, out);
  return out;
}

} // namespace joinedup
