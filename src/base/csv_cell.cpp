#include "base/csv_cell.hpp"

#include "base/text.hpp"

#include <array>

namespace joinedup {

namespace {
/// = + - @ in the full width of East Asian type (U+FF1D, U+FF0B, U+FF0D, U+FF20), which some spreadsheets take for
/// them.
constexpr std::array<std::string_view, 4> full_width_signs{"\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D",
                                                           "\xEF\xBC\xA0"};

/// Letters and digits of ASCII, which begin most cells, begin no formula.
constexpr bool is_plain_start(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// What RFC 4180 wants quotes around. (find_first_of asks for each character anew.)
bool wants_quotes(std::string_view text) {
  bool out = false;
  for (const char c : text)
    out |= c == ',' || c == '"' || c == '\r' || c == '\n';
  return out;
}
} // namespace

bool looks_like_formula(std::string_view text) {
  if (text.empty() || is_plain_start(text.front())) return false;
  for (const std::string_view sign : full_width_signs)
    if (text.starts_with(sign)) return true;
  return std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos && !parse_number(text);
}

bool is_plain_csv_cell(std::string_view text) { return !wants_quotes(text) && !looks_like_formula(text); }

void append_csv_cell(std::string& out, std::string_view text) {
  const bool formula = looks_like_formula(text);
  if (!wants_quotes(text)) {
    if (formula) out += '\'';
    out += text;
    return;
  }
  out += '"';
  if (formula) out += '\'';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

} // namespace joinedup
