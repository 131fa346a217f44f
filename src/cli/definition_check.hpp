// Reads a definition of any kind, told by its keys, and says everything that is wrong with it.
#pragma once

#include "pipeline/file_store.hpp"

#include <joinedup/outcome.hpp>

#include <string>

namespace joinedup {

/// What the file is ("instrument wemwbs"), or every fault. An instrument's scoring steps are compiled too.
Outcome<std::string> check_definition(const std::string& path, FileStore& files);

} // namespace joinedup
