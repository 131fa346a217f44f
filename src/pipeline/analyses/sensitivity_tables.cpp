#include "pipeline/analyses/sensitivity_tables.hpp"

#include "stats/quantile.hpp"
#include "stats/sobol.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace joinedup {

namespace {

/// Those that the scheme knows.
std::vector<Band> bands_in_order(bool seven) {
  if (seven)
    return {Band::much_worse,      Band::worse,  Band::somewhat_worse, Band::as_expected,
            Band::somewhat_better, Band::better, Band::much_better};
  return {Band::much_worse, Band::worse, Band::as_expected, Band::better, Band::much_better};
}

/// Output `area` of every run of a sample.
std::vector<double> ranks_of_area(const std::vector<std::vector<std::uint16_t>>& runs, std::size_t area) {
  std::vector<double> out;
  out.reserve(runs.size());
  for (const auto& ranks : runs)
    out.push_back(ranks[area]);
  return out;
}

/// Sums over areas of what Sobol indices are ratios of.
SobolIndices of_all_areas(const SensitivityFindings& found) {
  const std::size_t factors = found.ranks.size() - 2;
  SobolIndices sum{std::vector<double>(factors), std::vector<double>(factors), 0};
  for (std::size_t area = 0; area < found.nominal.rank.size(); ++area) {
    std::vector<std::vector<double>> mixed;
    for (std::size_t f = 0; f < factors; ++f)
      mixed.push_back(ranks_of_area(found.ranks[f + 2], area));
    const SobolIndices one =
        sobol_indices(ranks_of_area(found.ranks[0], area), ranks_of_area(found.ranks[1], area), mixed);
    if (!(one.variance > 0)) continue;
    sum.variance += one.variance;
    for (std::size_t f = 0; f < factors; ++f) {
      sum.first[f] += one.first[f] * one.variance;
      sum.total[f] += one.total[f] * one.variance;
    }
  }
  for (auto* indices : {&sum.first, &sum.total})
    for (double& index : *indices)
      index = sum.variance > 0 ? index / sum.variance : NAN;
  return sum;
}

} // namespace

ResultTable sensitivity_ranks_table(const SensitivityModel& model, const SensitivityFindings& found,
                                    bool crude_outcomes) {
  ResultTable out;
  out.id = "sensitivity_ranks";
  out.title = "Ranks and bands over all runs";
  out.method = "sensitivity";
  out.section = TableSection::method;
  out.columns = {{"area_code", "Code", 0},
                 {"area_name", "Area", 0},
                 {"nominal_rank", "Rank by the methods of this run", 0},
                 {"median_rank", "Median rank", 1},
                 {"rank_p5", "5th percentile", 1},
                 {"rank_p95", "95th percentile", 1}};
  const std::vector<Band> bands = bands_in_order(model.seven_bands());
  for (const Band band : bands) {
    std::string name(words(band));
    std::replace(name.begin(), name.end(), ' ', '_');
    out.columns.push_back({"share_" + name, fmt::format("Runs {}", words(band, crude_outcomes)), 0, true});
  }
  std::vector<std::pair<double, std::vector<TableCell>>> rows;
  std::size_t steady = 0;
  const double runs = static_cast<double>(found.bands.size());
  for (std::size_t a = 0; a < model.areas().size(); ++a) {
    const std::vector<double> ranks = ranks_of_area(found.ranks[0], a);
    const double median = quantile(ranks, 0.5);
    const AreaResult& area = *model.areas()[a].published;
    std::vector<TableCell> row{area.code,
                               area.name,
                               std::uint64_t{found.nominal.rank[a]},
                               median,
                               quantile(ranks, 0.05),
                               quantile(ranks, 0.95)};
    double same = 0;
    for (const Band band : bands) {
      double count = 0;
      for (const auto& one : found.bands)
        count += one[a] == band ? 1 : 0;
      if (band == found.nominal.band[a]) same = count;
      row.emplace_back(count / runs);
    }
    if (same >= 0.9 * runs) ++steady;
    rows.emplace_back(median, std::move(row));
  }
  std::stable_sort(rows.begin(), rows.end(), [](const auto& x, const auto& y) { return x.first < y.first; });
  for (auto& [median, row] : rows)
    out.rows.push_back(std::move(row));
  out.finding = fmt::format("{} of {} areas keep their band in 90 % of the runs or more.", steady, out.rows.size());
  out.notes = {"Each run draws the areas' means from their sampling errors and one alternative of every factor.",
               "Areas marked caution for their reliability take part here, those with a small base do not; a rank here "
               "is no published rank.",
               "Bands are against the whole, whatever the target of the run."};
  return out;
}

ResultTable sensitivity_sobol_table(const std::vector<Factor>& factors, const SensitivityFindings& found) {
  ResultTable out;
  out.id = "sensitivity_sobol";
  out.title = "What moves the ranks";
  out.method = "sobol";
  out.section = TableSection::method;
  out.columns = {{"factor", "Factor", 0},
                 {"first_order", "Alone, of the variance of ranks", 2},
                 {"total", "With interactions, of the variance of ranks", 2},
                 {"shift_first_order", "Alone, of the mean shift in rank", 2},
                 {"shift_total", "With interactions, of the mean shift in rank", 2}};
  const SobolIndices ranks = of_all_areas(found);
  const SobolIndices shift = sobol_indices(found.shifts[0], found.shifts[1], std::span(found.shifts).subspan(2));
  std::size_t most = 0;
  for (std::size_t f = 0; f < factors.size(); ++f) {
    out.rows.push_back({std::string(words(factors[f])), number_cell(ranks.first[f]), number_cell(ranks.total[f]),
                        number_cell(shift.first[f]), number_cell(shift.total[f])});
    if (ranks.total[f] > ranks.total[most]) most = f;
  }
  out.finding = ranks.variance > 0
                    ? fmt::format("Ranks follow most from the factor \"{}\": {:.0f} % of their variance, "
                                  "with its interactions.",
                                  words(factors[most]), 100 * ranks.total[most])
                    : "No run moves any rank, so that nothing is to be explained.";
  out.notes = {"Sobol indices by Monte Carlo: small ones may come out a little below 0 by chance."};
  return out;
}

ResultTable sensitivity_drop_table(const std::vector<DropOne>& dropped, const SensitivityFindings& found,
                                   const RunResults& results) {
  ResultTable out;
  out.id = "sensitivity_drop_one";
  out.title = "Each measure left out in turn";
  out.method = "sensitivity";
  out.section = TableSection::method;
  out.columns = {{"indicator", "Measure left out", 0},
                 {"mean_rank_shift", "Mean shift in rank", 2},
                 {"max_rank_shift", "Largest shift in rank", 0},
                 {"bands_changed", "Areas whose band changes", 0}};
  const DropOne* most = nullptr;
  for (const DropOne& one : dropped) {
    out.rows.push_back({results.indicators[one.indicator].id, one.mean_shift, static_cast<std::uint64_t>(one.largest),
                        std::uint64_t{one.bands_changed}});
    if (most == nullptr || one.mean_shift > most->mean_shift) most = &one;
  }
  out.finding = fmt::format("Leaving out {} moves the {} areas most: by {:.1f} ranks on average.",
                            results.indicators[most->indicator].label, found.nominal.rank.size(), most->mean_shift);
  return out;
}

} // namespace joinedup
