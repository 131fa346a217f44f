// Options of `benchmark` -> what the pipeline is asked for; `verify` asks for it again from a run record.
#pragma once

#include "cli/arguments.hpp"

#include "pipeline/request.hpp"

#include <joinedup/outcome.hpp>

namespace joinedup {

/// All faults at once; where results go is the command's own matter.
Outcome<BenchmarkRequest> benchmark_request(const Arguments& arguments);

} // namespace joinedup
