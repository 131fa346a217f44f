// Options of `benchmark` -> what the pipeline is asked for; `verify` asks for it again from a run record, `merge` from
// partials.
#pragma once

#include "cli/arguments.hpp"

#include "pipeline/request.hpp"

#include <joinedup/outcome.hpp>

#include <string_view>

namespace joinedup {

/// All faults at once (J104, J108), in which `command` names itself; where results go is the command's own matter.
Outcome<BenchmarkRequest> benchmark_request(const Arguments& arguments, std::string_view command = "benchmark");

} // namespace joinedup
