// Expected value of the finer instrument's state, from the levels of the coarser one: ordered logits of van Hout and
// Shaw 2021 (doi 10.1016/j.jval.2021.03.009).
#pragma once

#include <joinedup/diagnostics.hpp>
#include <joinedup/instrument.hpp>

#include <span>
#include <vector>

namespace joinedup {

/// P(target level <= k) of a dimension = 1 / (1 + exp(-(threshold_k - sum of the effects of ALL levels answered))).
/// Dimensions are independent given the answers. Values of all states; faults are J525 at the set.
std::vector<double> reverse_crosswalk(const ValueSet& set, std::span<const ValueSet> all, Diagnostics& diagnostics);

} // namespace joinedup
