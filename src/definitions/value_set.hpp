// JSON text -> ValueSet, all faults at once with their positions.
#pragma once

#include <joinedup/instrument.hpp>
#include <joinedup/outcome.hpp>

#include <string>
#include <string_view>

namespace joinedup {

/// `file` names the text in messages.
Outcome<ValueSet> read_value_set(std::string_view text, const std::string& file);

} // namespace joinedup
