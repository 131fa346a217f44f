// `joinedup compare`: two waves of the same people, two groups, or the waves of an interrupted series.
#pragma once

#include "model/comparison.hpp"
#include "pipeline/file_store.hpp"
#include "pipeline/request.hpp"

#include <joinedup/outcome.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace joinedup {

struct CompareRequest {
  SurveyRequest survey;
  std::string by;                   ///< column of groups; empty = waves
  std::vector<std::string> between; ///< the two waves or groups, in order; empty = the map's two waves
  std::string arms = {};            ///< COL=TREATED,UNTREATED: difference in differences, areas as clusters
  std::string earlier = {};         ///< a wave before the first: the same between these two
  std::map<std::string, double> reliability = {}; ///< score -> its reliability, for reliable change
  std::vector<std::pair<std::string, std::string>> links =
      {};                               ///< score of the first wave, score in its place in the second
  std::string overlap = {};             ///< the wave that has both; empty = the first
  std::vector<std::string> series = {}; ///< waves of an interrupted series, in order; then nothing else is made
  std::string interruption = {};        ///< the first of them with the change
  std::optional<std::size_t> lag = {};  ///< of Newey and West's errors; none: the usual one
};

struct CompareOutcome {
  ComparisonResults results;
  std::string rejects;
};

/// J104 where waves, groups or arms are not told, J433 to J437 for what the data do not allow.
Outcome<CompareOutcome> run_compare(const CompareRequest& request, FileStore& files);

} // namespace joinedup
