#include "pipeline/estimation/replicate_errors.hpp"

#include <fmt/format.h>

#include <cmath>

namespace joinedup {

namespace {

using Index = Eigen::Index;

/// Weighted mean of each indicator in each domain; NaN where nobody has weight.
Eigen::MatrixXd means_by(const ScoredRecords& records, std::span<const RecordDomain> domains,
                         const std::vector<double>& weights) {
  Eigen::MatrixXd out(static_cast<Index>(domains.size()), static_cast<Index>(records.scores()));
  for (std::size_t d = 0; d < domains.size(); ++d) {
    for (std::size_t k = 0; k < records.scores(); ++k) {
      double w = 0, wy = 0;
      for (const std::uint32_t r : domains[d].records) {
        const double y = records.score(r, k), own = weights[r] * static_cast<double>(records.counts[r]);
        if (std::isnan(y) || !(own > 0)) continue;
        w += own;
        wy += own * y;
      }
      out(static_cast<Index>(d), static_cast<Index>(k)) = wy / w;
    }
  }
  return out;
}

} // namespace

Replication::Replication(const KeptFrame& frame, const SumsDesign& design, const DesignChoices& choices,
                         const EstimationSpec& spec, std::uint64_t seed, unsigned threads)
    : frame_(frame), units_(unit_design(frame.records, design.clusters, choices)),
      index_indicators_(design.index_indicators), method_{spec.uncertainty == Uncertainty::bootstrap, spec.replicates,
                                                          seed},
      base_(frame.records.weights), threads_(threads) {
  for (const std::uint64_t count : frame.records.counts)
    counts_.push_back(static_cast<double>(count));
}

void Replication::rake_to(std::vector<Margin> margins, double trim) {
  margins_ = std::move(margins);
  trim_ = trim;
}

void Replication::of_given_means(Estimates& estimates) const {
  const auto domains = record_domains(frame_.records, frame_.region_of, estimates);
  if (method_.bootstrap)
    set_bootstrap_covariances(units_, frame_.records, domains, index_indicators_, method_.replicates, method_.seed,
                              threads_);
  else
    set_jackknife_covariances(units_, frame_.records, domains, index_indicators_);
}

std::vector<double> Replication::final_weights(const std::vector<double>& weights, bool& settled) const {
  settled = true;
  if (margins_.empty()) return weights;
  RakedWeights raked = rake(weights, counts_, margins_, trim_);
  settled = raked.converged;
  return std::move(raked.weights);
}

void Replication::of_raked_means(Estimates& estimates, const Position& where, Diagnostics& diagnostics) const {
  const auto domains = record_domains(frame_.records, frame_.region_of, estimates);
  std::uint64_t all = 0, unsettled = 0;
  const auto means = [&](const std::vector<double>& weights) {
    bool settled = true;
    const std::vector<double> raked = final_weights(weights, settled);
    ++all;
    unsettled += settled ? 0 : 1;
    return means_by(frame_.records, domains, raked);
  };
  set_refitted_covariances(units_, frame_.records, base_, domains, index_indicators_, method_, means);
  if (unsettled > 0)
    diagnostics.warning("J641", where, fmt::format("raking has not settled in {} of {} replicates", unsettled, all),
                        "some level has few people, none of whom is in those replicates: join it with a like one");
}

void Replication::of(const ReplicateMeans& means, std::span<const RecordDomain> domains) const {
  const auto again = [&](const std::vector<double>& weights) {
    bool settled = true;
    return means(final_weights(weights, settled));
  };
  set_refitted_covariances(units_, frame_.records, base_, domains, index_indicators_, method_, again);
}

} // namespace joinedup
