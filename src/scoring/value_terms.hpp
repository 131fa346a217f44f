// The named terms of value-set models: what each multiplies, from the levels of a state.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

/// `levels` from 1. Whole numbers throughout. Nothing for a name that is not known.
std::optional<int> value_term(std::string_view name, std::span<const int> levels);
std::vector<std::string> value_term_names();

} // namespace joinedup
