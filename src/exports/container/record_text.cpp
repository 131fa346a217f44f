#include "exports/container/record_text.hpp"

#include "exports/utf8.hpp"
#include "exports/windows_1252.hpp"

#include <algorithm>

namespace joinedup {

namespace {

/// Is `rest`, which starts with a bad byte, no more than the beginning of one letter?
bool torn_letter(std::string_view rest) {
  const auto lead = static_cast<unsigned char>(rest.front());
  const std::size_t length = lead >= 0xF0U && lead < 0xF5U ? 4 : lead >= 0xE0U ? 3 : lead >= 0xC2U ? 2 : 0;
  if (lead >= 0xF5U || rest.size() >= length) return false;
  return std::all_of(rest.begin() + 1, rest.end(),
                     [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; });
}

bool white(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool needs_quotes(std::string_view cell) {
  return white(cell.front()) || white(cell.back()) ||
         cell.find_first_of(std::string_view(",\"\n\r\x1e\0", 6)) != std::string_view::npos;
}

} // namespace

std::string_view utf8_or_windows_1252(std::string_view text, std::string& buffer, bool& converted) {
  const bool ascii = std::none_of(text.begin(), text.end(),
                                  [](char c) { return c == '\0' || (static_cast<unsigned char>(c) & 0x80U); });
  if (ascii) return text;
  if (text.find('\0') != std::string_view::npos) {
    buffer.assign(text);
    std::erase(buffer, '\0');
    const std::string kept = buffer;
    buffer.assign(utf8_or_windows_1252(kept, buffer, converted));
    return buffer;
  }
  const std::size_t bad = first_bad_byte(text);
  if (bad == std::string_view::npos) return text;
  // A lone byte above ASCII at the end is an accented letter of Windows-1252 unless other letters were UTF-8.
  const bool others = std::any_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(bad),
                                  [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; });
  const std::string_view rest = text.substr(bad);
  if (torn_letter(rest) && (others || rest.size() > 1)) return text.substr(0, bad);
  converted = true;
  buffer = from_windows_1252(text);
  return buffer;
}

void append_cell(std::string& out, std::string_view cell) {
  if (cell.empty()) return;
  if (!needs_quotes(cell)) {
    out += cell;
    return;
  }
  out += '"';
  for (const char c : cell) {
    if (c == '"') out += '"';
    if (c != '\0') out += c == record_end ? ' ' : c;
  }
  out += '"';
}

} // namespace joinedup
