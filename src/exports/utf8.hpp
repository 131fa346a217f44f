// Is a text valid UTF-8 without NUL? (Unicode 15, table 3-7: no overlong forms, no surrogates, up to U+10FFFF.)
#pragma once

#include <cstddef>
#include <string_view>

namespace joinedup {

/// The offset of the first byte that is NUL or no part of a valid UTF-8 sequence; npos when there is none.
std::size_t first_bad_byte(std::string_view text);

} // namespace joinedup
