#include "base/csv_cell.hpp"

#include "base/text.hpp"

#include <array>

namespace joinedup {

namespace {
/// = + - @ in the full width of East Asian type (U+FF1D, U+FF0B, U+FF0D, U+FF20), which some spreadsheets take for
/// them.
constexpr std::array<std::string_view, 4> full_width_signs{"\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D",
                                                           "\xEF\xBC\xA0"};
} // namespace

bool looks_like_formula(std::string_view text) {
  if (text.empty()) return false;
  for (const std::string_view sign : full_width_signs)
    if (text.starts_with(sign)) return true;
  return std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos && !parse_number(text);
}

void append_csv_cell(std::string& out, std::string_view text) {
  const bool formula = looks_like_formula(text);
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
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
