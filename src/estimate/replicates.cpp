#include "estimate/replicates.hpp"

#include "estimate/bootstrap_means.hpp"
#include "estimate/replicate_factors.hpp"
#include "estimate/replicate_products.hpp"

#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <algorithm>
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

class Jackknife {
public:
  Jackknife(const UnitDesign& design, const ScoredRecords& records, std::span<const RecordDomain> domains,
            std::size_t index_indicators)
      : design_(design), records_(records), domains_(domains), index_indicators_(index_indicators),
        of_record_(records.size()), of_unit_(design.units()), products_(domains.size(), records.scores()) {
    for (std::size_t d = 0; d < domains.size(); ++d)
      for (const std::uint32_t r : domains[d].records)
        of_record_[r].push_back(d);
    for (std::size_t r = 0; r < records.size(); ++r)
      of_unit_[design.unit_of[r]].push_back(static_cast<std::uint32_t>(r));
  }

  void run() {
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
      const JackknifeScale of = jackknife_scale(rule);
      DomainTotals left = none();
      left.w = all.w - stratum.w + of.mates * (stratum.w - unit.w);
      left.wy = all.wy - stratum.wy + of.mates * (stratum.wy - unit.wy);
      products_.add(deviation(left), of.scale, design_.copies[u]);
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

  void finish() { products_.put_into(domains_, index_indicators_); }

  const UnitDesign& design_;
  const ScoredRecords& records_;
  std::span<const RecordDomain> domains_;
  std::size_t index_indicators_;
  std::vector<std::vector<std::size_t>> of_record_;
  std::vector<std::vector<std::uint32_t>> of_unit_;
  ReplicateProducts products_;
};

/// Deviations of the estimates that a replicate's weights give.
class Refitted {
public:
  Refitted(const UnitDesign& design, const ScoredRecords& records, std::span<const double> base,
           std::span<const RecordDomain> domains, const ReplicateMeans& means)
      : design_(design), base_(base), means_(means),
        full_(static_cast<Index>(domains.size()), static_cast<Index>(records.scores())) {
    for (std::size_t d = 0; d < domains.size(); ++d)
      for (std::size_t k = 0; k < records.scores(); ++k)
        full_(static_cast<Index>(d), static_cast<Index>(k)) = domains[d].estimate->mean[k];
  }

  Eigen::MatrixXd deviation(const ReplicateFactors& factors) const {
    std::vector<double> weights(base_.begin(), base_.end());
    for (std::size_t r = 0; r < weights.size(); ++r) {
      const std::uint32_t unit = design_.unit_of[r];
      weights[r] *= factors.unit[unit] / design_.copies[unit];
    }
    const Eigen::MatrixXd out = means_(weights) - full_;
    return out.array().isNaN().select(0.0, out);
  }

private:
  const UnitDesign& design_;
  std::span<const double> base_;
  const ReplicateMeans& means_;
  Eigen::MatrixXd full_;
};

} // namespace

void set_refitted_covariances(const UnitDesign& design, const ScoredRecords& records, std::span<const double> base,
                              std::span<const RecordDomain> domains, std::size_t index_indicators,
                              const ReplicateMethod& method, const ReplicateMeans& means) {
  const Refitted refitted(design, records, base, domains, means);
  ReplicateProducts products(domains.size(), records.scores());
  const auto add = [&](const ReplicateFactors& factors) {
    products.add(refitted.deviation(factors), factors.scale, factors.times);
  };
  if (method.bootstrap) {
    const BootstrapFactors factors(design, method.replicates, method.seed);
    for (std::uint64_t b = 0; b < method.replicates && factors.vary(); ++b)
      add(factors(b));
  } else {
    for (std::uint32_t u = 0; u < design.units(); ++u)
      if (design.variances[design.stratum_of[u]].centred) add(without_unit(design, u));
  }
  products.put_into(domains, index_indicators);
}

void set_jackknife_covariances(const UnitDesign& design, const ScoredRecords& records,
                               std::span<const RecordDomain> domains, std::size_t index_indicators) {
  Jackknife(design, records, domains, index_indicators).run();
}

void set_bootstrap_covariances(const UnitDesign& design, const ScoredRecords& records,
                               std::span<const RecordDomain> domains, std::size_t index_indicators,
                               std::uint64_t replicates, std::uint64_t seed, unsigned threads) {
  constexpr std::size_t together = 64; // so that rows are read from memory once for so many
  const BootstrapFactors factors(design, replicates, seed);
  ReplicateProducts products(domains.size(), records.scores());
  if (factors.vary()) {
    const BootstrapMeans means(factors, design, records, domains);
    std::uint64_t next = 0;
    const auto cut = [&](tbb::flow_control& control) {
      if (next >= replicates) control.stop();
      const std::uint64_t first = next;
      next += together;
      return first;
    };
    const auto draw = [&](std::uint64_t first) {
      return means.deviations(first, static_cast<std::size_t>(std::min<std::uint64_t>(together, replicates - first)));
    };
    const auto add = [&](const std::vector<Eigen::MatrixXd>& deviations) { // in order, so that threads never show
      for (const Eigen::MatrixXd& deviation : deviations)
        products.add(deviation, factors.scale(), 1);
    };
    using Deviations = std::vector<Eigen::MatrixXd>;
    const int cores = tbb::this_task_arena::max_concurrency(); // TBB complains when asked for more
    tbb::task_arena arena(threads == 0 ? cores : std::min(cores, static_cast<int>(threads)));
    arena.execute([&] {
      tbb::parallel_pipeline(static_cast<std::size_t>(arena.max_concurrency()) * 2,
                             tbb::make_filter<void, std::uint64_t>(tbb::filter_mode::serial_in_order, cut) &
                                 tbb::make_filter<std::uint64_t, Deviations>(tbb::filter_mode::parallel, draw) &
                                 tbb::make_filter<Deviations, void>(tbb::filter_mode::serial_in_order, add));
    });
  }
  products.put_into(domains, index_indicators);
}

} // namespace joinedup
