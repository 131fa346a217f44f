// Words for what an operation did with the first record.
#pragma once

#include "scoring/operation.hpp"

#include <string>
#include <string_view>

namespace joinedup {

/// The value of an input in the first record; NaN where it lacks.
double told_value(const Run& run, const Input& input);
/// Values of the items that were answered, in the order of the set.
std::string told_values(const Run& run, std::size_t set, std::string_view between);

} // namespace joinedup
