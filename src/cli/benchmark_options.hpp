// Options that say what is benchmarked, as data and as the request they make.
#pragma once

#include "cli/arguments.hpp"
#include "cli/option.hpp"
#include "pipeline/request.hpp"

#include <joinedup/outcome.hpp>

#include <span>

namespace joinedup {

std::span<const OptionSpec> benchmark_options();

/// Files and options -> request; all faults at once (J104, J108). `command` names itself in them.
Outcome<BenchmarkRequest> benchmark_request(std::string_view command, const Arguments& arguments);

} // namespace joinedup
