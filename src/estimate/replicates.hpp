// Jackknife and bootstrap over the sampled units (Wolter 2007, 10.1007/978-0-387-35099-8; Rao and Wu 1988,
// 10.1080/01621459.1988.10478591).
#pragma once

#include "estimate/variates.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace joinedup {

/// Delete one unit at a time; its stratum mates weigh k/(k-1) times as much. Covariances are the sums over strata of
/// scale (k-1)^2/k^2 x products about the mean of ALL replicates, as R's survey package has them: with k units and no
/// finite population that is (k-1)/k, JKn, and JK1 where there is one stratum. Strata of one unit are left out.
void set_jackknife_covariances(const UnitDesign& design, const ScoredRecords& records,
                               std::span<const RecordDomain> domains, std::size_t index_indicators);

/// Rao and Wu's bootstrap (estimate/replicate_factors), of weighted means. `threads`: 0 = all cores; it never shows.
void set_bootstrap_covariances(const UnitDesign& design, const ScoredRecords& records,
                               std::span<const RecordDomain> domains, std::size_t index_indicators,
                               std::uint64_t replicates, std::uint64_t seed, unsigned threads = 0);

/// Jackknife, or bootstrap with so many replicates.
struct ReplicateMethod {
  bool bootstrap = false;
  std::uint64_t replicates = 0, seed = 1;
};

/// Weights by record -> the estimates that they give: [domain][indicator], NaN where they leave nobody.
using ReplicateMeans = std::function<Eigen::MatrixXd(const std::vector<double>& weights)>;

/// The same for estimators that need every record in each replicate: raked weights, adjusted means. `base`: weights
/// before any of that, by record; `means` repeats all that is done with them. An estimate that a replicate does not
/// have deviates by 0 in it.
void set_refitted_covariances(const UnitDesign& design, const ScoredRecords& records, std::span<const double> base,
                              std::span<const RecordDomain> domains, std::size_t index_indicators,
                              const ReplicateMethod& method, const ReplicateMeans& means);

} // namespace joinedup
