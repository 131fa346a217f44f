// Direct standardisation: means under weights that give every domain everybody's mix of cells, which count as given.
#include "adjust/direct_standardisation.hpp"
#include "base/text.hpp"
#include "pipeline/estimation/adjustment.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>

namespace joinedup {

std::vector<double> taking_part(const ScoredRecords& records, const std::vector<double>& weights, std::size_t k) {
  std::vector<double> out;
  for (std::size_t r = 0; r < records.size(); ++r) {
    const bool there = !std::isnan(records.score(r, k)) && weights[r] > 0;
    out.push_back(there ? weights[r] * static_cast<double>(records.counts[r]) : 0);
  }
  return out;
}

namespace {

void say_cells(const CaseMixSpec& spec, const StandardCells& cells, const std::string& indicator,
               CaseMixFindings& out) {
  if (!cells.joined.empty())
    out.diagnostics.warning("J645", spec.adjusters.front().where,
                            fmt::format("{}: levels of \"{}\" are joined for all areas: {}", indicator,
                                        spec.adjusters.front().column, join(cells.joined, "; ")),
                            "an area has nobody in one of their cells");
  if (!cells.complete)
    out.diagnostics.warning("J645", spec.adjusters.front().where,
                            indicator + ": some area has nobody in a cell, however levels are joined",
                            "such areas are compared on the cells that they have; name fewer adjusters");
}

struct WeightedMean {
  double w = 0, wy = 0;
};

/// Of a domain's scores `k` under the factors that give it everybody's mix; `weights` take part.
WeightedMean standardised_mean(const ScoredRecords& records, std::span<const std::uint32_t> of, std::size_t k,
                               const std::vector<double>& weights, const std::vector<double>& factors) {
  WeightedMean out;
  for (std::size_t row = 0; row < factors.size(); ++row) {
    const std::uint32_t r = of[row];
    if (!(weights[r] > 0)) continue;
    out.w += factors[row] * weights[r];
    out.wy += factors[row] * weights[r] * records.score(r, k);
  }
  return out;
}

/// Standardised means of all domains by the weights of a replicate; cells stay joined as they are.
Eigen::MatrixXd means_again(const AdjustmentInput& input, const std::vector<StandardCells>& cells,
                            const std::vector<double>& weights, std::span<const RecordDomain> domains) {
  const ScoredRecords& records = input.frame.records;
  Eigen::MatrixXd out(static_cast<Eigen::Index>(domains.size()), static_cast<Eigen::Index>(cells.size()));
  for (std::size_t k = 0; k < cells.size(); ++k) {
    const std::vector<double> part = taking_part(records, weights, k);
    for (std::size_t d = 0; d < domains.size(); ++d) {
      const auto factors = standard_factors(cells[k], part, domains[d].records, input.spec.cap);
      const WeightedMean mean = standardised_mean(records, domains[d].records, k, part, factors);
      out(static_cast<Eigen::Index>(d), static_cast<Eigen::Index>(k)) = mean.wy / mean.w;
    }
  }
  return out;
}

} // namespace

void standardise_directly(const AdjustmentInput& input, CaseMixFindings& out) {
  const ScoredRecords& records = input.frame.records;
  std::vector<CellAdjuster> adjusters;
  for (const Adjuster& adjuster : input.spec.adjusters) {
    CategoryColumn column = category_column(input.frame, adjuster.column);
    adjusters.push_back({std::move(column.level), std::move(column.names)});
  }
  std::vector<std::vector<double>> weights;
  std::vector<StandardCells> cells;
  for (std::size_t k = 0; k < records.scores(); ++k) {
    weights.push_back(taking_part(records, records.weights, k));
    cells.push_back(standard_cells(adjusters, weights[k], records.areas, input.frame.areas.size()));
    say_cells(input.spec, cells[k], out.adjusted.indicators[k], out);
  }
  const auto domains = record_domains(records, input.frame.region_of, out.adjusted);
  const auto variates = [&](const RecordDomain& domain) {
    DomainVariates found;
    Eigen::MatrixXd local = Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(domain.records.size()),
                                                  static_cast<Eigen::Index>(records.scores()));
    found.shares = Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(records.scores()), 0);
    for (std::size_t k = 0; k < records.scores(); ++k) {
      const auto factors = standard_factors(cells[k], weights[k], domain.records, input.spec.cap);
      const auto [w, wy] = standardised_mean(records, domain.records, k, weights[k], factors);
      domain.estimate->mean[k] = w > 0 ? wy / w : std::numeric_limits<double>::quiet_NaN();
      for (std::size_t row = 0; row < factors.size(); ++row) {
        const std::uint32_t r = domain.records[row];
        if (!(weights[k][r] > 0)) continue;
        local(static_cast<Eigen::Index>(row), static_cast<Eigen::Index>(k)) =
            factors[row] * records.weights[r] * (records.score(r, k) - wy / w) / w;
      }
    }
    found.local = unit_totals(input.design, records, domain.records, local);
    return found;
  };
  set_covariances(input.design, domains, input.index_indicators, {}, variates);
  if (input.replication != nullptr)
    input.replication->of(
        [&](const std::vector<double>& replicate) { return means_again(input, cells, replicate, domains); }, domains);
}

} // namespace joinedup
