// `joinedup merge`: partials of one run -> what one `benchmark` over all their files gives.
#pragma once

#include "pipeline/benchmark_run.hpp"
#include "pipeline/partial/partial.hpp"

#include <joinedup/outcome.hpp>

#include <string>
#include <vector>

namespace joinedup {

/// Partials that belong together: of one version, made with the same options and definitions, no file in two of them.
struct PartialSet {
  std::vector<Partial>
      partials; ///< the one whose paths stand for all comes first, whatever the order in which they came
  /// Options and survey files, to make the request of the run from.
  const PartialDescription& description() const { return partials.front().description; }
  std::vector<std::string> survey_files() const; ///< named on the command line; empty where the study names them
};

/// Reads and compares them; all faults at once, each under the name of the partial. J301: cannot be read; J312 to J315:
/// read_partial(); J170: of another run; J172: given twice, in whole or in part; J173: repeated records that the run
/// was to drop lie in two partials.
Outcome<PartialSet> read_partials(const std::vector<std::string>& paths, FileStore& files);

/// J171 where shards are missing. `request`: of the description's options.
Outcome<BenchmarkOutcome> merge_partials(const PartialSet& set, const BenchmarkRequest& request);

/// One partial that holds what all of them hold; shards may be missing.
Outcome<std::string> join_partials(const PartialSet& set, const BenchmarkRequest& request);

} // namespace joinedup
