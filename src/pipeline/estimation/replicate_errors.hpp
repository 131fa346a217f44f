// Sampling error by replicates in place of linearisation.
#pragma once

#include "estimate/indicator_sums.hpp"
#include "estimate/raking.hpp"
#include "estimate/replicates.hpp"
#include "pipeline/estimation/kept_frame.hpp"

#include <joinedup/diagnostics.hpp>
#include <joinedup/estimates.hpp>
#include <joinedup/spec.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace joinedup {

/// The replicates of a run. Each repeats all that is done with the weights: raking, then the estimator.
class Replication {
public:
  /// `frame`: weighted as given, before raking.
  Replication(const KeptFrame& frame, const SumsDesign& design, const DesignChoices& choices,
              const EstimationSpec& spec, std::uint64_t seed, unsigned threads);

  /// From here on every replicate is raked.
  void rake_to(std::vector<Margin> margins, double trim);

  /// Replaces every covariance in `estimates`: of means by the weights as given.
  void of_given_means(Estimates& estimates) const;
  /// Of means by weights that are raked in each replicate. J641: where that does not settle.
  void of_raked_means(Estimates& estimates, const Position& where, Diagnostics& diagnostics) const;
  /// Of `means` by the weights of each replicate, raked where the run rakes.
  void of(const ReplicateMeans& means, std::span<const RecordDomain> domains) const;

private:
  std::vector<double> final_weights(const std::vector<double>& weights, bool& settled) const;

  const KeptFrame& frame_;
  UnitDesign units_;
  std::size_t index_indicators_;
  ReplicateMethod method_;
  std::vector<double> base_, counts_;
  std::vector<Margin> margins_;
  double trim_ = 0;
  unsigned threads_;
};

} // namespace joinedup
