// `joinedup benchmark`: survey files -> index and indicators by area.
#pragma once

#include "pipeline/explain_lines.hpp"
#include "pipeline/file_store.hpp"
#include "pipeline/request.hpp"
#include "pipeline/stage_times.hpp"

#include <joinedup/outcome.hpp>
#include <joinedup/results.hpp>

#include <string>
#include <vector>

namespace joinedup {

struct BenchmarkOutcome {
  RunResults results;
  std::string rejects;   ///< as in ScoreSummary
  StageTimes times = {}; ///< reading, estimates, index and comparison, further tables
};

Outcome<BenchmarkOutcome> run_benchmark(const BenchmarkRequest& request, FileStore& files);

/// What the run would do, said from definitions and headings alone: no record is read.
struct BenchmarkOutline {
  ExplainLines lines;            ///< the index, then each file
  std::vector<Setting> settings; ///< those known before a record is read
};
Outcome<BenchmarkOutline> outline_benchmark(const BenchmarkRequest& request, FileStore& files);

} // namespace joinedup
