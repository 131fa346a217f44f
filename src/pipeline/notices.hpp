// What must be said with the results, whatever they are.
#pragma once

#include "pipeline/index_binding.hpp"
#include "pipeline/library.hpp"

#include <joinedup/results.hpp>

namespace joinedup {

/// Puts the index's own notices, the case-mix caveat of R9, the weights' warnings of R39, unmapped and ended areas and
/// a hint at a geography that knows the codes into `results.notices` and its diagnostics.
void add_notices(const IndexBinding& binding, const Scorers& scorers, const Library& library,
                 const Geography* geography, RunResults& results);

} // namespace joinedup
