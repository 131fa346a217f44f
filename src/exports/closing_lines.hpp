// Lines of a report round its records: totals, subtotals, sources and notes.
#pragma once

#include <string_view>

namespace joinedup {

/// "Total", "Grand total", "ZZ1 subtotal", "Total (all)": the text of a row's first filled cell (trimmed).
/// `alone` is set where the words say nothing else, so that no further sign is needed.
bool is_total_label(std::string_view text, bool& alone);

/// "Source: ...", "Note ...", "* small numbers removed", "(c) ...": a row's only filled cell (trimmed).
bool is_footer_text(std::string_view text);

/// Whether a raw cell, quotes and all, may be either: a look at its first and last byte that most cells fail.
inline bool may_close_a_table(std::string_view raw) {
  if (raw.empty()) return true;
  constexpr std::string_view firsts = "tTgGsSoO*nNfFcCpPeE( \"\t\xC2\xE2", lasts = "lLsS: \"\t\r";
  return firsts.find(raw.front()) != std::string_view::npos || lasts.find(raw.back()) != std::string_view::npos;
}

} // namespace joinedup
