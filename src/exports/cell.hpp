// One cell's text: quotes and the spaces round them taken away.
#pragma once

#include <deque>
#include <string>
#include <string_view>

namespace joinedup {

/// A raw cell without its CSV quotes. `doubled`: the text still holds "" for ".
struct CellText {
  std::string_view text;
  bool quoted = false, doubled = false;
};

CellText unwrap(std::string_view raw);

/// The cell as a person wrote it, outer white space too when it was quoted, else trimmed. `arena` keeps the texts that
/// had to be changed; all others are views into `raw`.
std::string_view cell_text(std::string_view raw, std::deque<std::string>& arena);
std::string cell_string(std::string_view raw);

} // namespace joinedup
