// Two texts of one output, then and now: whether they are the same bytes, and if not, which numbers and places differ.
#pragma once

#include <string>
#include <string_view>

namespace joinedup {

/// Empty where the bytes are the same. CSV: how many cells differ, by how much at most, and the first of them by row
/// and column. JSON: the same by the way to a value. Other texts: the first line that differs.
std::string output_difference(const std::string& name, std::string_view then, std::string_view now);

} // namespace joinedup
