// What must be said beside the results: few areas, no visible differences, what makes areas differ.
#pragma once

#include "pipeline/assemble_comparisons.hpp"

#include <joinedup/results.hpp>

namespace joinedup {

/// Notices about the comparison, most important first, and their diagnostics (J621 to J625).
void note_comparison(const IndexComparison& comparison, const IndexFrame& frame, RunResults& results);

/// Areas of the geography that nobody answered for (J626).
void note_absent_areas(const Estimates& estimates, const Geography& geography, RunResults& results);

/// Shares of the variance between areas (RULINGS R39), over the areas that are shown and compared; only a weighted sum
/// of points has them.
void weigh_parts(const DraftTable& table, const IndexComparison& comparison, const IndexFrame& frame,
                 RunResults& results);

} // namespace joinedup
