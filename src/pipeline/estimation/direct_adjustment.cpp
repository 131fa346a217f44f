// Direct standardisation: means under weights that give every domain everybody's mix of cells, which count as given.
#include "adjust/direct_standardisation.hpp"
#include "base/text.hpp"
#include "pipeline/estimation/adjustment.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>

namespace joinedup {

std::vector<double> taking_part(const ScoredRecords& records, std::size_t k) {
  std::vector<double> out;
  for (std::size_t r = 0; r < records.size(); ++r) {
    const bool there = !std::isnan(records.score(r, k)) && records.weights[r] > 0;
    out.push_back(there ? records.weights[r] * static_cast<double>(records.counts[r]) : 0);
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
    weights.push_back(taking_part(records, k));
    cells.push_back(standard_cells(adjusters, weights[k], records.areas, input.frame.areas.size()));
    say_cells(input.spec, cells[k], out.adjusted.indicators[k], out);
  }
  const auto domains = record_domains(records, input.frame.region_of, out.adjusted);
  const auto variates = [&](const RecordDomain& domain) {
    DomainVariates found;
    found.local = Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(domain.records.size()),
                                        static_cast<Eigen::Index>(records.scores()));
    found.shares = Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(records.scores()), 0);
    for (std::size_t k = 0; k < records.scores(); ++k) {
      const auto factors = standard_factors(cells[k], weights[k], domain.records, input.spec.cap);
      double w = 0, wy = 0;
      for (std::size_t row = 0; row < factors.size(); ++row) {
        const std::uint32_t r = domain.records[row];
        if (!(weights[k][r] > 0)) continue;
        w += factors[row] * weights[k][r];
        wy += factors[row] * weights[k][r] * records.score(r, k);
      }
      domain.estimate->mean[k] = w > 0 ? wy / w : std::numeric_limits<double>::quiet_NaN();
      for (std::size_t row = 0; row < factors.size(); ++row) {
        const std::uint32_t r = domain.records[row];
        if (!(weights[k][r] > 0)) continue;
        found.local(static_cast<Eigen::Index>(row), static_cast<Eigen::Index>(k)) =
            factors[row] * records.weights[r] * (records.score(r, k) - wy / w) / w;
      }
    }
    return found;
  };
  const Eigen::MatrixXd none = Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(records.size()), 0);
  set_covariances(input.design, records, domains, input.index_indicators, none, variates);
}

} // namespace joinedup
