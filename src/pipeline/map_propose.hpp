// `joinedup map propose`: a column map for a file, with a confidence for each column. What cannot be known stays null.
#pragma once

#include "pipeline/file_store.hpp"
#include "pipeline/inspect/inspection.hpp"
#include "pipeline/request.hpp"

#include <joinedup/outcome.hpp>

#include <string>

namespace joinedup {

/// The text of a map that `map check` and `-m` take as it is.
Outcome<std::string> propose_map(const std::string& path, const SurveyRequest& request, FileStore& files);

/// The map of an inspection, ready to print.
std::string proposed_map(const Inspection& inspection, bool instruments_given);

} // namespace joinedup
