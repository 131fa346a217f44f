// JSON text -> IndexSpec, all faults at once with their positions.
#pragma once

#include <joinedup/outcome.hpp>
#include <joinedup/spec.hpp>

#include <string>
#include <string_view>

namespace joinedup {

/// `file` names the text in messages.
Outcome<IndexSpec> read_index(std::string_view text, const std::string& file);

} // namespace joinedup
