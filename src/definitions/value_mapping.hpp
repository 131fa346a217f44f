// JSON text -> ValueMapping, and a mapping put into a value set that names it.
#pragma once

#include <joinedup/instrument.hpp>
#include <joinedup/outcome.hpp>

#include <string>
#include <string_view>

namespace joinedup {

/// `file` names the text in messages.
Outcome<ValueMapping> read_value_mapping(std::string_view text, const std::string& file);
/// J530 where the mapping is not of the kind that the set's model needs.
void apply_mapping(ValueSet& set, ValueMapping mapping, Diagnostics& diagnostics);

} // namespace joinedup
