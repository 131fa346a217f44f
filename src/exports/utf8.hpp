// Is a text valid UTF-8 without NUL? (Unicode 15, table 3-7: no overlong forms, no surrogates, up to U+10FFFF.)
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace joinedup {

/// The offset of the first byte that is NUL or no part of a valid UTF-8 sequence; npos when there is none.
/// `high` is set where a byte above ASCII was met before it.
std::size_t first_bad_byte(std::string_view text, bool* high = nullptr);

/// Whether first_bad_byte finds none; faster where there is much beyond ASCII.
bool is_well_formed(std::string_view text);

/// Whether any byte is above ASCII.
bool has_high_byte(std::string_view text);

/// Appends the character `point` in one to four bytes. Half a surrogate pair gives bytes that are no valid UTF-8.
void append_utf8(unsigned point, std::string& out);

} // namespace joinedup
