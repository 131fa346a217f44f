// Windows-1252, as older spreadsheets save CSV, to UTF-8 (WHATWG Encoding Standard, index windows-1252).
#pragma once

#include "exports/byte_source.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace joinedup {

std::string from_windows_1252(std::string_view text);
std::unique_ptr<ByteSource> windows_1252_source(std::unique_ptr<ByteSource> inner);

/// Bytes above ASCII, and none of them part of valid UTF-8: nobody wrote this as UTF-8. Text that mixes both is no
/// Windows-1252, and neither is text with NUL.
bool looks_like_windows_1252(std::string_view text);

} // namespace joinedup
