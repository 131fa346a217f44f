// Sampling error under raked weights: the variate of a mean less its effects of the levels of every margin.
#pragma once

#include "estimate/raking.hpp"
#include "estimate/variates.hpp"

#include <span>
#include <vector>

namespace joinedup {

inline constexpr int residual_sweeps = 10; ///< over all margins, as R's survey package does

/// `records` bear the raked weights, and `domains` the estimates made with them. The residual of (y - mean) / W on the
/// margins is approached by sweeps that take level means away, weighted by `base` weights (Deville and Sarndal 1992);
/// with `unweighted` by counts of the records with weight (what R survey 4.1 does when it has raked).
void set_raked_covariances(const UnitDesign& design, const ScoredRecords& records, std::span<const double> base,
                           std::span<const Margin> margins, bool unweighted, std::span<const RecordDomain> domains,
                           std::size_t index_indicators);

} // namespace joinedup
