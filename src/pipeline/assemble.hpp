// Estimates -> published results: the index, comparisons, what is hidden. The story of sections 1, 5 to 8 and 12 of
// docs/methods.md in the order in which it happens.
#pragma once

#include "index/frame.hpp"
#include "pipeline/area_rows.hpp"

#include <joinedup/estimates.hpp>
#include <joinedup/results.hpp>

#include <optional>

namespace joinedup {

/// What the published results were made of; points into the estimates that it was made from.
struct Assembly {
  IndexFrame frame;
  DraftTable drafts;
};

/// `results` comes with index, study, geography fields and indicators (ids, labels, goalposts, direction, weights)
/// filled in; this fills areas, regions, total, target, variance shares, notices about few areas, suppression log and
/// diagnostics of class J6xx.
/// Nothing where the definition is unsound.
std::optional<Assembly> assemble(const Estimates& estimates, const Geography* geography, RunResults& results,
                                 const EarlierRelease* earlier = nullptr);

} // namespace joinedup
