// `joinedup merge` of shared partials: what one benchmark over all whom they hold gives.
#pragma once

#include "pipeline/benchmark_run.hpp"
#include "pipeline/partial/shared_partial.hpp"

#include <joinedup/outcome.hpp>

#include <string>
#include <vector>

namespace joinedup {

/// In order of name, whatever the order in which they came; of one version, with the same methods and definitions.
struct SharedSet {
  std::vector<SharedPartial> partials;
};

/// All faults at once. J301: cannot be read; J312 to J315: read_shared_partial(); J170: of another run; J172: the same
/// people twice; J175: a partial that is not made to be shared is among them.
Outcome<SharedSet> read_shared(const std::vector<std::string>& paths, FileStore& files);

/// `request`: of the first one's options, with the partials as its survey files.
Outcome<BenchmarkOutcome> merge_shared(const SharedSet& set, const BenchmarkRequest& request);

} // namespace joinedup
