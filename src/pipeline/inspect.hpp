// `joinedup inspect`: what a file is, which instruments matched, problems; changes nothing.
#pragma once

#include "pipeline/file_store.hpp"
#include "pipeline/request.hpp"

#include <joinedup/outcome.hpp>

#include <string>
#include <utility>
#include <vector>

namespace joinedup {

/// One line of the answer: what it is about, and what was found. An empty name continues the line above.
struct InspectLine {
  std::string name, text;
};

Outcome<std::vector<InspectLine>> inspect_file(const std::string& path, const SurveyRequest& request, FileStore& files);

} // namespace joinedup
