#include "estimate/replicates.hpp"

#include "stats/counted_bits.hpp"

#include <cmath>

namespace joinedup {

namespace {

using Index = Eigen::Index;

/// Sums of weights and weighted scores by domain (row) and indicator (column); scores are about the full sample's mean.
struct DomainTotals {
  Eigen::MatrixXd w, wy;
  DomainTotals(std::size_t domains, std::size_t indicators)
      : w(Eigen::MatrixXd::Zero(static_cast<Index>(domains), static_cast<Index>(indicators))), wy(w) {}
};

/// What replicates sum up: their deviations from the full sample, by domain and indicator.
struct Products {
  std::vector<Eigen::MatrixXd> own, with_whole; ///< by domain
  Eigen::MatrixXd scaled_sum, sum;              ///< [domain][indicator]
  double scaled_n = 0, n = 0;

  Products(std::size_t domains, std::size_t indicators)
      : own(domains, Eigen::MatrixXd::Zero(static_cast<Index>(indicators), static_cast<Index>(indicators))),
        with_whole(own), scaled_sum(DomainTotals(domains, indicators).w), sum(scaled_sum) {}

  void add(const Eigen::MatrixXd& deviation, double scale, double times) {
    const Index whole = deviation.rows() - 1;
    for (Index d = 0; d < deviation.rows(); ++d) {
      own[static_cast<std::size_t>(d)] += scale * times * deviation.row(d).transpose() * deviation.row(d);
      with_whole[static_cast<std::size_t>(d)] += scale * times * deviation.row(d).transpose() * deviation.row(whole);
    }
    scaled_sum += scale * times * deviation;
    sum += times * deviation;
    scaled_n += scale * times;
    n += times;
  }

  /// Products about the mean of all replicates.
  Eigen::MatrixXd centred(const Eigen::MatrixXd& products, Index d, Index other) const {
    const Eigen::VectorXd a = sum.row(d).transpose() / n, b = sum.row(other).transpose() / n;
    return products - scaled_sum.row(d).transpose() * b.transpose() - a * scaled_sum.row(other) +
           scaled_n * a * b.transpose();
  }
};

class Replicates {
public:
  Replicates(const UnitDesign& design, const ScoredRecords& records, std::span<const RecordDomain> domains,
             std::size_t index_indicators)
      : design_(design), records_(records), domains_(domains), index_indicators_(index_indicators),
        of_record_(records.size()), of_unit_(design.units()), products_(domains.size(), records.scores()) {
    for (std::size_t d = 0; d < domains.size(); ++d)
      for (const std::uint32_t r : domains[d].records)
        of_record_[r].push_back(d);
    for (std::size_t r = 0; r < records.size(); ++r)
      of_unit_[design.unit_of[r]].push_back(static_cast<std::uint32_t>(r));
  }

  void jackknife() {
    DomainTotals all = none();
    std::vector<DomainTotals> strata(design_.variances.size(), none());
    for (std::uint32_t u = 0; u < design_.units(); ++u) {
      add_unit(u, design_.copies[u], all);
      add_unit(u, design_.copies[u], strata[design_.stratum_of[u]]);
    }
    for (std::uint32_t u = 0; u < design_.units(); ++u) {
      const StratumVariance& rule = design_.variances[design_.stratum_of[u]];
      if (!rule.centred) continue;
      const DomainTotals& stratum = strata[design_.stratum_of[u]];
      DomainTotals unit = none();
      add_unit(u, 1, unit);
      const double mates = rule.units / (rule.units - 1);
      DomainTotals left = none();
      left.w = all.w - stratum.w + mates * (stratum.w - unit.w);
      left.wy = all.wy - stratum.wy + mates * (stratum.wy - unit.wy);
      products_.add(deviation(left), rule.scale / (mates * mates), design_.copies[u]);
    }
    finish();
  }

  void bootstrap(std::uint64_t replicates, std::uint64_t seed) {
    std::vector<std::vector<std::uint32_t>> copies(design_.variances.size()); // by stratum: a unit for each copy of it
    for (std::uint32_t u = 0; u < design_.units(); ++u)
      copies[design_.stratum_of[u]].insert(copies[design_.stratum_of[u]].end(),
                                           static_cast<std::size_t>(design_.copies[u]), u);
    for (std::uint64_t b = 0; b < replicates; ++b) {
      std::vector<double> factor(design_.units(), 0.0);
      for (std::size_t h = 0; h < copies.size(); ++h) {
        const std::size_t k = copies[h].size();
        if (k < 2) {
          factor[copies[h].front()] = 1;
          continue;
        }
        CountedBits bits(seed, static_cast<std::uint32_t>(h), b);
        for (std::size_t draw = 0; draw + 1 < k; ++draw)
          factor[copies[h][bits.below(k)]] += static_cast<double>(k) / static_cast<double>(k - 1);
      }
      DomainTotals drawn = none();
      for (std::uint32_t u = 0; u < design_.units(); ++u)
        if (factor[u] > 0) add_unit(u, factor[u], drawn);
      products_.add(deviation(drawn), 1 / static_cast<double>(replicates - 1), 1);
    }
    finish();
  }

private:
  DomainTotals none() const { return {domains_.size(), records_.scores()}; }

  void add_unit(std::uint32_t unit, double times, DomainTotals& to) const {
    for (const std::uint32_t r : of_unit_[unit]) {
      const double w = times * records_.weights[r] * (design_.clusters ? static_cast<double>(records_.counts[r]) : 1);
      for (std::size_t k = 0; w > 0 && k < records_.scores(); ++k) {
        const double y = records_.score(r, k);
        if (std::isnan(y)) continue;
        for (const std::size_t d : of_record_[r]) {
          to.w(static_cast<Index>(d), static_cast<Index>(k)) += w;
          to.wy(static_cast<Index>(d), static_cast<Index>(k)) += w * (y - domains_[d].estimate->mean[k]);
        }
      }
    }
  }

  /// Mean of a replicate less that of the full sample; 0 where the replicate holds nobody.
  static Eigen::MatrixXd deviation(const DomainTotals& totals) {
    return (totals.w.array() > 0).select(totals.wy.array() / totals.w.array(), 0.0).matrix();
  }

  void finish() {
    const auto whole = static_cast<Index>(domains_.size()) - 1;
    for (std::size_t d = 0; d < domains_.size(); ++d) {
      const auto row = static_cast<Index>(d);
      put_covariances(products_.centred(products_.own[d], row, row), index_indicators_, true,
                      domains_[d].estimate->covariance);
      put_covariances(products_.centred(products_.with_whole[d], row, whole), index_indicators_, row == whole,
                      domains_[d].estimate->covariance_with_total);
    }
  }

  const UnitDesign& design_;
  const ScoredRecords& records_;
  std::span<const RecordDomain> domains_;
  std::size_t index_indicators_;
  std::vector<std::vector<std::size_t>> of_record_;
  std::vector<std::vector<std::uint32_t>> of_unit_;
  Products products_;
};

} // namespace

void set_jackknife_covariances(const UnitDesign& design, const ScoredRecords& records,
                               std::span<const RecordDomain> domains, std::size_t index_indicators) {
  Replicates(design, records, domains, index_indicators).jackknife();
}

void set_bootstrap_covariances(const UnitDesign& design, const ScoredRecords& records,
                               std::span<const RecordDomain> domains, std::size_t index_indicators,
                               std::uint64_t replicates, std::uint64_t seed) {
  Replicates(design, records, domains, index_indicators).bootstrap(replicates, seed);
}

} // namespace joinedup
