#include "estimate/domain_sums.hpp"

#include "estimate/rounding.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace joinedup {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

void merge_parts(DomainSums& domain, const SampleDesign& design, std::span<const Cell> cells,
                 std::vector<std::size_t>& places) {
  std::ranges::sort(places, {}, [&](std::size_t place) { return design.part_of[place]; });
  for (const std::size_t place : places) {
    if (domain.parts.empty() || domain.parts.back() != design.part_of[place]) {
      domain.parts.push_back(design.part_of[place]);
      domain.cells.emplace_back();
    }
    domain.cells.back().merge(cells[place]);
  }
}

/// sqrt(n/(n-1) * sum w (y - m)^2 / sum w).
double weighted_sd(const LinearSums& all) {
  if (all.n < 2) return nan;
  const auto n = static_cast<double>(all.n);
  const double w = all.w.value(), wy = all.wy.value();
  const double squares = minus(all.wy2.value(), wy * (wy / w));
  return std::isnan(squares) ? nan : std::sqrt(n / (n - 1) * std::max(0.0, squares) / w);
}

void summarise(DomainSums& domain, const CellLayout& layout, const SampleDesign& design, std::size_t indicator) {
  LinearSums all;
  std::uint64_t parts_with_score = 0;
  for (const Cell& cell : domain.cells) {
    const LinearSums part = cell.linear(layout, indicator);
    all.n += part.n;
    all.w.merge(part.w);
    all.wy.merge(part.wy);
    all.wy2.merge(part.wy2);
    all.w2.merge(part.w2);
    parts_with_score += part.n > 0 ? 1 : 0;
  }
  const double w = all.w.value();
  const double mean = all.n == 0 ? nan : all.wy.value() / w;
  domain.n[indicator] = all.n;
  domain.units[indicator] = design.clusters ? parts_with_score : all.n;
  domain.weight[indicator] = w;
  domain.mean[indicator] = mean;
  domain.sd[indicator] = weighted_sd(all);
  domain.kish_n[indicator] = all.n == 0 ? nan : w * w / all.w2.value();
  for (std::size_t part = 0; part < domain.cells.size(); ++part) {
    const LinearSums sums = domain.cells[part].linear(layout, indicator);
    const double total = sums.n == 0 ? 0 : minus(sums.wy.value(), mean * sums.w.value()) / w;
    domain.residual[part * layout.indicators() + indicator] = total;
  }
}

/// Adds exactly, so that the numbering of PSUs does not show.
void sum_by_stratum(DomainSums& domain, const SampleDesign& design, std::size_t indicators) {
  std::vector<ExactSum> sums(design.stratum_units.size() * indicators);
  for (std::size_t part = 0; part < domain.parts.size(); ++part) {
    const std::size_t stratum = design.stratum_of[domain.parts[part]];
    for (std::size_t i = 0; i < indicators; ++i) {
      sums[stratum * indicators + i].add(domain.residual[part * indicators + i]);
    }
  }
  for (const ExactSum& sum : sums)
    domain.stratum_residual.push_back(sum.value());
}

} // namespace

DomainSums domain_sums(const CellLayout& layout, const SampleDesign& design, std::span<const Cell> cells,
                       std::vector<std::size_t> places) {
  DomainSums domain;
  merge_parts(domain, design, cells, places);
  const std::size_t k = layout.indicators();
  domain.n.resize(k);
  domain.units.resize(k);
  domain.weight.resize(k);
  domain.mean.resize(k);
  domain.sd.resize(k);
  domain.kish_n.resize(k);
  domain.residual.resize(k * domain.cells.size());
  for (const Cell& cell : domain.cells)
    domain.n_index += cell.n_index();
  for (std::size_t i = 0; i < k; ++i)
    summarise(domain, layout, design, i);
  sum_by_stratum(domain, design, k);
  return domain;
}

} // namespace joinedup
