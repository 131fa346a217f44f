#include "base/visible.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

namespace joinedup {

namespace {

struct Letter {
  std::uint32_t point = 0;
  std::size_t bytes = 1;
  bool valid = true;
};

/// The first character of `text`, which is not empty; a byte that starts none is invalid and stands alone.
Letter first_letter(std::string_view text) {
  const auto byte = [&](std::size_t k) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[k])); };
  const std::uint32_t lead = byte(0);
  if (lead < 0x80U) return {lead, 1, true};
  const std::size_t bytes = lead >= 0xF0U ? 4 : lead >= 0xE0U ? 3 : 2;
  const Letter none{lead, 1, false};
  if (lead < 0xC2U || lead > 0xF4U || text.size() < bytes) return none;
  std::uint32_t point = lead & (0x7FU >> bytes);
  for (std::size_t k = 1; k < bytes; ++k) {
    if ((byte(k) & 0xC0U) != 0x80U) return none;
    point = (point << 6) | (byte(k) & 0x3FU);
  }
  return {point, bytes, true};
}

bool steers(std::uint32_t point) {
  if (point == '\n' || point == '\t') return false;
  if (point < 0x20U || (point >= 0x7FU && point < 0xA0U)) return true;
  return point == 0x061CU || point == 0x200EU || point == 0x200FU || (point >= 0x2028U && point <= 0x202EU) ||
         (point >= 0x2066U && point <= 0x2069U);
}

bool plain(char c) { return (c >= ' ' && c <= '~') || c == '\n' || c == '\t'; }

} // namespace

std::string visible(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), plain)) return std::string(text);
  std::string out;
  while (!text.empty()) {
    const Letter letter = first_letter(text);
    if (letter.valid && !steers(letter.point))
      out += text.substr(0, letter.bytes);
    else if (letter.point < 0x100U)
      out += fmt::format("\\x{:02x}", letter.point);
    else
      out += fmt::format("\\u{:04x}", letter.point);
    text.remove_prefix(letter.bytes);
  }
  return out;
}

std::string visible_json(std::string json) {
  if (std::all_of(json.begin(), json.end(), [](char c) { return static_cast<unsigned char>(c) < 0x7FU; })) return json;
  std::string out;
  for (std::string_view rest = json; !rest.empty();) {
    const Letter letter = first_letter(rest);
    if (letter.valid && letter.point >= 0x7FU && steers(letter.point))
      out += fmt::format("\\u{:04x}", letter.point);
    else
      out += rest.substr(0, letter.bytes);
    rest.remove_prefix(letter.bytes);
  }
  return out;
}

} // namespace joinedup
