// What must hold before anything is published: somebody answered, areas are areas, targets are targets.
#pragma once

#include "pipeline/index_binding.hpp"

#include <joinedup/diagnostics.hpp>
#include <joinedup/estimates.hpp>
#include <joinedup/results.hpp>
#include <joinedup/spec.hpp>

#include <cstdint>
#include <vector>

namespace joinedup {

/// J614: every record was dropped.
Diagnostics check_population(const Reconciliation& reconciliation, bool filtered);

/// J615: a column of names, ids or comments would publish them as areas, so a run without a geography is refused when
/// most of its many areas are too small to show.
Diagnostics check_areas(const Estimates& estimates, const Geography* geography, std::uint64_t minimum);

/// J115: every index indicator must be in some file; a companion that is in none is left out (J607).
Diagnostics check_sources(const IndexBinding& binding, const std::vector<bool>& found);

/// J616: every target is of the index or of an indicator, and within its goalposts.
Diagnostics check_targets(const TargetSpec& target, const IndexBinding& binding);

/// Whether errors are only of records that `--rejects` sets aside, so that the run can complete (with exit 1).
bool only_rejected_records(const Diagnostics& diagnostics);

} // namespace joinedup
