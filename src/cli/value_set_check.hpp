// `instruments check` for a value set: its faults, how it fits its instrument, and what is suspicious in its values.
#pragma once

#include "pipeline/file_store.hpp"

#include <joinedup/outcome.hpp>

#include <string>

namespace joinedup {

/// A line that names it, with warnings; or every fault. `text` is that of the file at `path`.
Outcome<std::string> check_value_set(const std::string& path, const std::string& text, FileStore& files);
/// The same for what value sets share.
Outcome<std::string> check_value_mapping(const std::string& path, const std::string& text);

} // namespace joinedup
