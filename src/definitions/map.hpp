// JSON text -> ColumnMap, all faults at once with their positions.
#pragma once

#include <joinedup/outcome.hpp>
#include <joinedup/spec.hpp>

#include <string>
#include <string_view>

namespace joinedup {

/// `file` names the text in messages.
Outcome<ColumnMap> read_map(std::string_view text, const std::string& file);

} // namespace joinedup
