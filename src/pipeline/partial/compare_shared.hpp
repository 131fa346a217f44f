// Whether shared partials are of one index and method, and nobody is in two of them as far as sums can tell.
#pragma once

#include "pipeline/partial/shared_partial.hpp"

#include <joinedup/diagnostics.hpp>

#include <vector>

namespace joinedup {

/// J170 for each that was made by another version or otherwise than the first; each survey's own columns and map are
/// not compared. J172 where two hold the same sums of an area.
Diagnostics compare_shared(const std::vector<SharedPartial>& partials);

} // namespace joinedup
