// One cell of a CSV that people open in spreadsheets.
#pragma once

#include <string>
#include <string_view>

namespace joinedup {

/// Appends `text` quoted where RFC 4180 asks for it. A text that a spreadsheet would take for a formula (it starts with
/// = + - @, also in full width, tab or CR and is no number) gets a leading apostrophe (RULINGS R29; OWASP, CSV
/// injection).
void append_csv_cell(std::string& out, std::string_view text);

/// Whether append_csv_cell would append `text` as it stands.
bool is_plain_csv_cell(std::string_view text);

/// Whether a spreadsheet might run `text` as a formula.
bool looks_like_formula(std::string_view text);

} // namespace joinedup
