// The folder of results of `benchmark` and `merge`, and what they say at the end.
#pragma once

#include "cli/output.hpp"
#include "cli/talk.hpp"

#include <joinedup/diagnostics.hpp>
#include <joinedup/results.hpp>

#include <string>
#include <vector>

namespace joinedup {

/// Names of the files in the folder, `*` for any text.
const std::vector<std::string>& benchmark_files();
void write_benchmark(const RunResults& results, OutputFolder& folder);
void say_benchmark(const RunResults& results, const Diagnostics& diagnostics, const std::string& folder, Talk& talk);

} // namespace joinedup
