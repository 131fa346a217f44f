// Diagnostics as text for people and JSON lines for machines.
#pragma once

#include <joinedup/diagnostics.hpp>

#include <string>

namespace joinedup {

/// `FILE:LINE:COLUMN: LEVEL[CODE]: [heading] message`, then `  hint: ...` where there is one. Codes that were
/// reported more often than kept end with a line that counts the rest. Texts of files cannot steer a terminal.
std::string render_text(const Diagnostics& diagnostics, bool colour = false);
/// One JSON object a line: severity, code, file, line, column, heading, message, hint; then counts.
std::string render_json_lines(const Diagnostics& diagnostics);
std::string_view words(Severity severity);
/// JSON string escapes, what would steer a terminal too; the result has its quotes.
std::string json_quoted(std::string_view text);

} // namespace joinedup
