#include "estimate/raked_covariance.hpp"

#include <cmath>
#include <map>

namespace joinedup {

namespace {

/// Combinations of levels that occur, as the shared variates number them: margin after margin.
struct Crossed {
  std::vector<std::uint32_t> cell;               ///< by record
  std::vector<std::vector<std::uint32_t>> level; ///< [margin][cell]: number among all levels
  std::size_t cells = 0, levels = 0;
};

Crossed cross(std::span<const Margin> margins, std::size_t records) {
  Crossed out;
  out.level.resize(margins.size());
  std::map<std::vector<std::uint32_t>, std::uint32_t> cells;
  for (std::size_t r = 0; r < records; ++r) {
    std::vector<std::uint32_t> key;
    std::size_t first = 0;
    for (const Margin& margin : margins) {
      key.push_back(static_cast<std::uint32_t>(first + margin.level[r]));
      first += margin.totals.size();
    }
    const auto [known, is_new] = cells.emplace(key, static_cast<std::uint32_t>(cells.size()));
    out.cell.push_back(known->second);
    for (std::size_t m = 0; is_new && m < key.size(); ++m)
      out.level[m].push_back(key[m]);
    out.levels = first;
  }
  out.cells = cells.size();
  return out;
}

/// Effects of all levels on a variate, given by its weighted sums by cell.
std::vector<double> sweep(const Crossed& crossed, std::vector<double> sums, const std::vector<double>& sizes) {
  std::vector<double> effects(crossed.levels, 0.0);
  for (int round = 0; round < residual_sweeps; ++round) {
    for (const auto& level : crossed.level) {
      std::vector<double> sum(crossed.levels, 0.0), size(crossed.levels, 0.0);
      for (std::size_t c = 0; c < crossed.cells; ++c) {
        sum[level[c]] += sums[c];
        size[level[c]] += sizes[c];
      }
      for (std::size_t c = 0; c < crossed.cells; ++c)
        if (size[level[c]] > 0) sums[c] -= sizes[c] * sum[level[c]] / size[level[c]];
      for (std::size_t l = 0; l < crossed.levels; ++l)
        if (size[l] > 0) effects[l] += sum[l] / size[l];
    }
  }
  return effects;
}

class Raked {
public:
  Raked(const UnitDesign& design, const ScoredRecords& records, std::span<const double> base,
        std::span<const Margin> margins, bool unweighted)
      : design_(design), records_(records), crossed_(cross(margins, records.size())), sizes_(crossed_.cells, 0.0) {
    for (std::size_t r = 0; r < records.size(); ++r) {
      const double own = unweighted ? (base[r] > 0 ? 1 : 0) : base[r];
      sweep_weights_.push_back(own * static_cast<double>(records.counts[r]));
      sizes_[crossed_.cell[r]] += sweep_weights_.back();
    }
  }

  Eigen::MatrixXd shared() const {
    Eigen::MatrixXd out =
        Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(records_.size()), static_cast<Eigen::Index>(crossed_.levels));
    for (std::size_t r = 0; r < records_.size(); ++r) {
      for (const auto& level : crossed_.level)
        out(static_cast<Eigen::Index>(r), level[crossed_.cell[r]]) = records_.weights[r];
    }
    return out;
  }

  DomainVariates variates(const RecordDomain& domain) const {
    const std::size_t size = records_.scores();
    DomainVariates out;
    Eigen::MatrixXd local =
        Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(domain.records.size()), static_cast<Eigen::Index>(size));
    out.shares = Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(size), static_cast<Eigen::Index>(crossed_.levels));
    for (std::size_t k = 0; k < size; ++k) {
      const auto column = static_cast<Eigen::Index>(k);
      std::vector<double> sums(crossed_.cells, 0.0);
      for (std::size_t row = 0; row < domain.records.size(); ++row) {
        const std::uint32_t r = domain.records[row];
        const double y = records_.score(r, k);
        if (std::isnan(y) || !(records_.weights[r] > 0)) continue;
        const double e = (y - domain.estimate->mean[k]) / domain.estimate->weight[k];
        local(static_cast<Eigen::Index>(row), column) = records_.weights[r] * e;
        sums[crossed_.cell[r]] += sweep_weights_[r] * e;
      }
      const auto effects = sweep(crossed_, std::move(sums), sizes_);
      for (std::size_t l = 0; l < effects.size(); ++l)
        out.shares(column, static_cast<Eigen::Index>(l)) = effects[l];
    }
    out.local = unit_totals(design_, records_, domain.records, local);
    return out;
  }

private:
  const UnitDesign& design_;
  const ScoredRecords& records_;
  Crossed crossed_;
  std::vector<double> sweep_weights_, sizes_;
};

} // namespace

void set_raked_covariances(const UnitDesign& design, const ScoredRecords& records, std::span<const double> base,
                           std::span<const Margin> margins, bool unweighted, std::span<const RecordDomain> domains,
                           std::size_t index_indicators) {
  const Raked raked(design, records, base, margins, unweighted);
  set_covariances(design, domains, index_indicators,
                  unit_totals(design, records, domains.back().records, raked.shared()),
                  [&](const RecordDomain& domain) { return raked.variates(domain); });
}

} // namespace joinedup
