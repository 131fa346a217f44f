// Text from files and the command line, made safe to show on a terminal.
#pragma once

#include <string>
#include <string_view>

namespace joinedup {

/// `text` with what would steer a terminal or turn the reading direction written out: control characters (C0 but line
/// feed and tab, DEL, C1) and bytes that are no UTF-8 as \x1b, marks of direction and line separators as \u202e
/// (Boucher, Anderson 2023, "Trojan Source", arXiv:2111.00169; Unicode UAX #9, table of explicit formatting
/// characters).
std::string visible(std::string_view text);

/// The same for a whole text of JSON, or the inside of one of its strings: DEL, C1, marks of direction and line
/// separators become \u escapes, so that its meaning stays. Writers of JSON escape C0 themselves; bytes that are no
/// UTF-8 stay.
std::string visible_json(std::string json);

} // namespace joinedup
