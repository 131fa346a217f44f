#include "base/csv_cell.hpp"

#include "base/text.hpp"

namespace joinedup {

bool looks_like_formula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos &&
         !parse_number(text);
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
