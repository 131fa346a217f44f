// One record after another as comma-separated text with RFC 4180 quotes, ended by a byte that stands in no cell.
#pragma once

#include <string>
#include <string_view>

namespace joinedup {

/// Ends the records of a container's text: the ASCII record separator. In a cell it becomes a space.
inline constexpr char record_end = '\x1e';

/// The text as UTF-8 without NUL: as it is where it is valid, without the torn half of a letter at its end (fields of
/// fixed width are cut anywhere), and read as Windows-1252 otherwise.
std::string_view utf8_or_windows_1252(std::string_view text, std::string& buffer, bool& converted);

/// `cell` is UTF-8. Quoted where it has to be, and where white space at its ends would be lost.
void append_cell(std::string& out, std::string_view cell);

} // namespace joinedup
