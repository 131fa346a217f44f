// The folder of results of `benchmark` and `merge`, and what they say at the end.
#pragma once

#include "cli/output.hpp"
#include "cli/talk.hpp"
#include "model/command_record.hpp"

#include <joinedup/diagnostics.hpp>
#include <joinedup/results.hpp>

#include <string>

namespace joinedup {

/// `command`: of the benchmark that gives the same results.
void write_benchmark(const RunResults& results, const CommandRecord& command, OutputFolder& folder);
void say_benchmark(const RunResults& results, const Diagnostics& diagnostics, const std::string& folder, Talk& talk);

} // namespace joinedup
