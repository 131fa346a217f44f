// The frame of an index in a run: what it may be fitted to, and what is to be said of its methods.
#pragma once

#include "index/frame.hpp"
#include "pipeline/assemble_cells.hpp"

#include <joinedup/estimates.hpp>
#include <joinedup/results.hpp>

namespace joinedup {

/// Means of the index's indicators in the areas where both they and the index are shown: nothing hidden enters a fit,
/// else it could be solved for.
ShownMeans shown_means(const Estimates& estimates, const PublishedCells& cells, std::uint64_t minimum);

/// Puts effective weights, what points and weights were made of, and what has no error or decomposition (J631 to J633)
/// into `results`; false where the weights asked for are refused (J630).
bool state_frame(const IndexFrame& frame, RunResults& results);

} // namespace joinedup
