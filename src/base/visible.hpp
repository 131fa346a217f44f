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

} // namespace joinedup
