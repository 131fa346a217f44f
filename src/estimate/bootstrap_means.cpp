#include "estimate/bootstrap_means.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace joinedup {

BootstrapMeans::BootstrapMeans(const BootstrapFactors& factors, const UnitDesign& design, const ScoredRecords& records,
                               std::span<const RecordDomain> domains)
    : factors_(factors), design_(design), records_(records), domains_(domains), places_(design.units()), rows_(0, 0),
      always_(0, 0), runs_(design.variances.size()) {
  std::vector<std::size_t> next(design.variances.size(), 0);
  for (std::uint32_t u = 0; u < design.units(); ++u) {
    places_[u] = next[design.stratum_of[u]];
    next[design.stratum_of[u]] += static_cast<std::size_t>(design.copies[u]);
  }
  for (const std::uint32_t area : records.areas)
    areas_ = std::max<std::size_t>(areas_, area + std::size_t{1});
  set_centres();
  make_rows(records_in_order());
  weigh_strata();
}

/// By stratum, area and unit.
std::vector<std::uint32_t> BootstrapMeans::records_in_order() const {
  std::vector<std::uint32_t> order(records_.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto place = [this](std::uint32_t r) {
    const std::uint32_t unit = design_.unit_of[r];
    return std::tuple(design_.stratum_of[unit], records_.areas[r], places_[unit]);
  };
  const auto before = [&](std::uint32_t a, std::uint32_t b) { return place(a) < place(b); };
  if (!std::is_sorted(order.begin(), order.end(), before)) std::stable_sort(order.begin(), order.end(), before);
  return order;
}

void BootstrapMeans::set_centres() {
  centres_.assign(areas_ * records_.scores(), std::nan(""));
  for (const RecordDomain& domain : domains_) {
    std::vector<bool> in(areas_, false);
    for (const std::uint32_t r : domain.records)
      in[records_.areas[r]] = true;
    auto& areas = areas_of_.emplace_back();
    for (std::uint32_t area = 0; area < areas_; ++area) {
      if (!in[area]) continue;
      areas.push_back(area);
      for (std::size_t k = 0; k < records_.scores(); ++k) // the smallest domain comes first
        if (double& centre = centres_[area * records_.scores() + k]; std::isnan(centre))
          centre = domain.estimate->mean[k];
    }
  }
}

void BootstrapMeans::make_rows(const std::vector<std::uint32_t>& order) {
  const std::size_t scores = records_.scores();
  std::vector<std::size_t> row_of(order.size());
  std::uint32_t last_unit = 0;
  for (std::size_t at = 0; at < order.size(); ++at) {
    const std::uint32_t r = order[at], unit = design_.unit_of[r], area = records_.areas[r];
    auto& runs = runs_[design_.stratum_of[unit]];
    const bool starts = runs.empty() || runs.back().area != area;
    if (starts) runs.push_back({area, row_units_.size(), 0, places_[unit], true});
    if (starts || unit != last_unit) {
      Run& run = runs.back();
      run.plain = run.plain && places_[unit] == run.place + run.rows && design_.copies[unit] == 1;
      ++run.rows;
      row_units_.push_back(unit);
    }
    last_unit = unit;
    row_of[at] = row_units_.size() - 1;
  }
  rows_ = NumberRows(row_units_.size(), 2 * scores);
  for (std::size_t at = 0; at < order.size(); ++at) {
    const std::uint32_t r = order[at];
    const double w = records_.weights[r] * (design_.clusters ? static_cast<double>(records_.counts[r]) : 1);
    for (std::size_t k = 0; w > 0 && k < scores; ++k) {
      const double y = records_.score(r, k);
      if (std::isnan(y)) continue;
      rows_(row_of[at], k) += w;
      rows_(row_of[at], scores + k) += w * (y - centres_[records_.areas[r] * scores + k]);
    }
  }
}

/// Factors are a constant and a multiple of the draws: the first goes into always_, the second into the rows.
void BootstrapMeans::weigh_strata() {
  always_ = NumberRows(areas_, 2 * records_.scores());
  for (std::uint32_t h = 0; h < runs_.size(); ++h) {
    const StratumFactors of = factors_.of(h);
    for (const Run& run : runs_[h])
      for (std::size_t row = run.first; row < run.first + run.rows; ++row)
        for (std::size_t c = 0; c < 2 * records_.scores(); ++c) {
          always_(run.area, c) += of.always * design_.copies[row_units_[row]] * rows_(row, c);
          rows_(row, c) *= of.by_draw;
        }
  }
}

void BootstrapMeans::add_drawn(const Run& run, std::span<const std::uint8_t* const> counts, double* totals) const {
  std::vector<const std::uint8_t*> starts;
  if (run.plain) {
    for (const std::uint8_t* of : counts)
      starts.push_back(of + run.place);
    add_drawn_rows(rows_, run.first, run.rows, std::span<const std::uint8_t* const>(starts), totals);
    return;
  }
  std::vector<std::int32_t> summed(counts.size() * run.rows);
  std::vector<const std::int32_t*> sums;
  for (std::size_t b = 0; b < counts.size(); ++b) {
    std::int32_t* const to = summed.data() + b * run.rows;
    for (std::size_t row = 0; row < run.rows; ++row) {
      const std::uint32_t unit = row_units_[run.first + row];
      const std::uint8_t* const from = counts[b] + places_[unit];
      to[row] = std::accumulate(from, from + static_cast<std::size_t>(design_.copies[unit]), std::int32_t{0});
    }
    sums.push_back(to);
  }
  add_drawn_rows(rows_, run.first, run.rows, std::span<const std::int32_t* const>(sums), totals);
}

std::vector<Eigen::MatrixXd> BootstrapMeans::deviations(std::uint64_t first, std::size_t n) const {
  const std::size_t stride = rows_.stride();
  std::vector<double> totals(areas_ * n * stride); // [area][replicate][number]
  for (std::size_t area = 0; area < areas_; ++area)
    for (std::size_t b = 0; b < n; ++b)
      std::copy_n(always_.row(area), stride, totals.data() + (area * n + b) * stride);
  std::vector<std::uint8_t> counts;
  std::vector<const std::uint8_t*> starts(n);
  for (std::uint32_t h = 0; h < runs_.size(); ++h) {
    const std::size_t cells = factors_.of(h).cells;
    if (cells < 2) continue; // as it is in every replicate
    counts.resize(std::max(counts.size(), n * cells));
    for (std::size_t b = 0; b < n; ++b) {
      factors_.draw(h, first + b, {counts.data() + b * cells, cells});
      starts[b] = counts.data() + b * cells;
    }
    for (const Run& run : runs_[h])
      add_drawn(run, starts, totals.data() + run.area * n * stride);
  }
  std::vector<Eigen::MatrixXd> out;
  for (std::size_t b = 0; b < n; ++b)
    out.push_back(deviation(totals.data(), b, n));
  return out;
}

Eigen::MatrixXd BootstrapMeans::deviation(const double* totals, std::size_t replicate, std::size_t replicates) const {
  const std::size_t scores = records_.scores();
  Eigen::MatrixXd out(static_cast<Eigen::Index>(domains_.size()), static_cast<Eigen::Index>(scores));
  for (std::size_t d = 0; d < domains_.size(); ++d)
    for (std::size_t k = 0; k < scores; ++k) {
      double w = 0, wy = 0;
      for (const std::uint32_t area : areas_of_[d]) {
        const double* const of = totals + (area * replicates + replicate) * rows_.stride();
        if (!(of[k] > 0)) continue;
        w += of[k];
        wy += of[scores + k] + of[k] * (centres_[area * scores + k] - domains_[d].estimate->mean[k]);
      }
      out(static_cast<Eigen::Index>(d), static_cast<Eigen::Index>(k)) = w > 0 ? wy / w : 0.0;
    }
  return out;
}

} // namespace joinedup
