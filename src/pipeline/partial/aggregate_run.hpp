// `joinedup aggregate`: survey files -> a partial, to be merged with others of the same run.
#pragma once

#include "pipeline/file_store.hpp"
#include "pipeline/request.hpp"

#include <joinedup/outcome.hpp>
#include <joinedup/results.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace joinedup {

struct AggregateRequest {
  BenchmarkRequest benchmark;
  std::map<std::string, std::vector<std::string>> options; ///< those that made `benchmark`, to make it again
  /// Only the files number `shard`, `shard` + `shards` ... from 1 of all that are named, in order of name; 0 = all.
  std::uint64_t shard = 0, shards = 0;
};

struct AggregateOutcome {
  std::string partial; ///< the bytes of the file
  std::string rejects; ///< as in ScoreSummary
  std::vector<Setting> settings;
  std::vector<InputInfo> inputs; ///< survey files, then what the run was told by
  Reconciliation reconciliation;
};

Outcome<AggregateOutcome> run_aggregate(const AggregateRequest& request, FileStore& files);

} // namespace joinedup
