// Estimates -> published results: the index, comparisons, what is hidden. The story of sections 1, 5 to 8 and 12 of
// docs/methods.md in the order in which it happens.
#pragma once

#include <joinedup/estimates.hpp>
#include <joinedup/results.hpp>

namespace joinedup {

/// `results` comes with index, study, geography fields and indicators (ids, labels, goalposts, direction, weights)
/// filled in; this fills areas, regions, total, target, variance shares, notices about few areas, suppression log and
/// diagnostics of class J6xx.
void assemble(const Estimates& estimates, const Geography* geography, RunResults& results);

} // namespace joinedup
