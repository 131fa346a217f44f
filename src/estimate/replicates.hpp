// Jackknife and bootstrap over the sampled units (Wolter 2007, 10.1007/978-0-387-35099-8; Rao and Wu 1988,
// 10.1080/01621459.1988.10478591).
#pragma once

#include "estimate/variates.hpp"

#include <cstdint>
#include <span>

namespace joinedup {

/// Delete one unit at a time; its stratum mates weigh k/(k-1) times as much. Covariances are the sums over strata of
/// scale (k-1)^2/k^2 x products about the mean of ALL replicates, as R's survey package has them: with k units and no
/// finite population that is (k-1)/k, JKn, and JK1 where there is one stratum. Strata of one unit are left out.
void set_jackknife_covariances(const UnitDesign& design, const ScoredRecords& records,
                               std::span<const RecordDomain> domains, std::size_t index_indicators);

/// Rao and Wu: in each stratum k-1 of its k units are drawn with replacement, and a unit drawn m times weighs
/// k/(k-1) m times as much. The draws follow from `seed` alone (Philox4x32-10).
void set_bootstrap_covariances(const UnitDesign& design, const ScoredRecords& records,
                               std::span<const RecordDomain> domains, std::size_t index_indicators,
                               std::uint64_t replicates, std::uint64_t seed);

} // namespace joinedup
