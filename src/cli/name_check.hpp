// Maps and studies checked with what they name: instruments, items, indices, geographies.
#pragma once

#include "pipeline/file_store.hpp"

#include <joinedup/outcome.hpp>

#include <string>

namespace joinedup {

/// What the file is in words, or every fault; names that are not defined are J503 where they stand, with near names.
Outcome<std::string> check_map(const std::string& text, const std::string& file, FileStore& files);
Outcome<std::string> check_study(const std::string& text, const std::string& file, FileStore& files);

} // namespace joinedup
