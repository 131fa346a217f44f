// JSON text -> where each value and member name stands, with faults of syntax in plain words. The values themselves
// are nlohmann_json's to read; it keeps no positions. RFC 8259.
#pragma once

#include <joinedup/diagnostics.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

/// One value of the document, in the order of the text. Its members or elements follow it at once, up to `next`.
struct JsonPlace {
  std::string key;                          ///< member name; empty for elements of a list and the root
  std::uint64_t line = 0, key_line = 0;     ///< of the value; of the member name, 0 without one
  std::uint32_t column = 0, key_column = 0; ///< in characters, from 1
  std::uint32_t next = 0;                   ///< index of the first place after this value and all it holds
};

/// Values may be nested this deep; no definition needs more, and the readers may recurse.
inline constexpr int json_depth_limit = 64;

/// Fills `places`; false with one J501 at the first fault of syntax. A member given twice is J502 and goes on.
bool scan_json(std::string_view text, const std::string& file, std::vector<JsonPlace>& places,
               Diagnostics& diagnostics);

/// Line and character column of a byte of `text`.
Position position_of_byte(std::string_view text, const std::string& file, std::size_t byte);

} // namespace joinedup
