// `joinedup quality`: survey files -> how well each scale works, over all and by area.
#pragma once

#include "model/quality.hpp"
#include "pipeline/file_store.hpp"
#include "pipeline/request.hpp"

#include <joinedup/outcome.hpp>

#include <string>

namespace joinedup {

struct QualityRequest {
  SurveyRequest survey;
  std::string geography; ///< id; empty = area codes as found
};

struct QualityOutcome {
  QualityResults results;
  std::string rejects; ///< as of a score run
};

/// Weights are not used: reliability describes the answers as they are. Small areas are hidden, and what would give
/// them away. Faults: J150 no scale of several items, J450 weights are given.
Outcome<QualityOutcome> run_quality(const QualityRequest& request, FileStore& files);

} // namespace joinedup
