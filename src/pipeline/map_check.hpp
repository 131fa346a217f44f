// `joinedup map check`: a map tested against a file; all faults at once, with their places in the map.
#pragma once

#include "pipeline/file_store.hpp"
#include "pipeline/request.hpp"

#include <joinedup/outcome.hpp>

#include <string>
#include <vector>

namespace joinedup {

/// What fits, a line an administration. Faults of the map itself are J5xx; columns, items and codes that the file or
/// the questionnaire lacks J110, J111, J118, J119, J503; what stands in the file and is not covered J280 to J284.
Outcome<std::vector<std::string>> check_map(const std::string& map, const std::string& file,
                                            const SurveyRequest& request, FileStore& files);

} // namespace joinedup
