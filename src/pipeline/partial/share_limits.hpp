// What a shared partial cannot serve, told by name before anybody's answers are read.
#pragma once

#include "pipeline/benchmark_setup.hpp"

#include <joinedup/diagnostics.hpp>

namespace joinedup {

/// J176 for each choice of the run that needs single records, finer groups than areas, or a file that is not ours to
/// pass on.
Diagnostics share_limits(const BenchmarkRequest& request, const BenchmarkSetup& setup);

} // namespace joinedup
