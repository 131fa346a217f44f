// `joinedup benchmark`: survey files -> index and indicators by area.
#pragma once

#include "pipeline/file_store.hpp"
#include "pipeline/request.hpp"

#include <joinedup/outcome.hpp>
#include <joinedup/results.hpp>

#include <string>

namespace joinedup {

struct BenchmarkOutcome {
  RunResults results;
  std::string rejects; ///< as in ScoreSummary
};

Outcome<BenchmarkOutcome> run_benchmark(const BenchmarkRequest& request, FileStore& files);

} // namespace joinedup
