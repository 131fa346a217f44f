#include "exports/plain_text.hpp"

#include "base/text.hpp"

#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace joinedup {

namespace {

struct Written {
  std::string_view as, means;
};

constexpr std::array<Written, 17> entities{{{"amp", "&"},
                                            {"lt", "<"},
                                            {"gt", ">"},
                                            {"quot", "\""},
                                            {"apos", "'"},
                                            {"nbsp", " "},
                                            {"ensp", " "},
                                            {"emsp", " "},
                                            {"thinsp", " "},
                                            {"lsquo", "'"},
                                            {"rsquo", "'"},
                                            {"ldquo", "\""},
                                            {"rdquo", "\""},
                                            {"ndash", "-"},
                                            {"mdash", "-"},
                                            {"shy", ""},
                                            {"zwnj", ""}}};

constexpr std::array<Written, 18> characters{{{"\xC2\xA0", " "},     // no-break space
                                              {"\xE2\x80\x82", " "}, // spaces of various widths
                                              {"\xE2\x80\x83", " "},
                                              {"\xE2\x80\x89", " "},
                                              {"\xE2\x80\x8A", " "},
                                              {"\xE2\x80\xAF", " "},
                                              {"\xE3\x80\x80", " "},
                                              {"\xE2\x80\x98", "'"},
                                              {"\xE2\x80\x99", "'"},
                                              {"\xE2\x80\x9C", "\""},
                                              {"\xE2\x80\x9D", "\""},
                                              {"\xE2\x80\x93", "-"},
                                              {"\xE2\x80\x94", "-"},
                                              {"\xE2\x80\x91", "-"},
                                              {"\xC2\xAD", ""},     // soft hyphen
                                              {"\xE2\x80\x8B", ""}, // no width
                                              {"\xE2\x80\x8C", ""},
                                              {"\xEF\xBB\xBF", ""}}};

std::string utf8_of(std::uint32_t code) {
  const auto byte = [](std::uint32_t value) { return static_cast<char>(static_cast<unsigned char>(value)); };
  if (code < 0x80) return {byte(code)};
  if (code < 0x800) return {byte(0xC0 | code >> 6U), byte(0x80 | (code & 0x3FU))};
  return {byte(0xE0 | code >> 12U), byte(0x80 | (code >> 6U & 0x3FU)), byte(0x80 | (code & 0x3FU))};
}

/// The character of "#39" or "#x27".
std::optional<std::string> numbered(std::string_view name) {
  name.remove_prefix(1);
  const bool hexadecimal = name.starts_with('x') || name.starts_with('X');
  if (hexadecimal) name.remove_prefix(1);
  std::uint32_t code = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), code, hexadecimal ? 16 : 10);
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (error != std::errc() || end != name.data() + name.size() || code < 0x20 || code > 0xFFFF || surrogate)
    return std::nullopt;
  return utf8_of(code);
}

/// The entity that begins at `at`, and its length.
std::optional<std::pair<std::string, std::size_t>> entity(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 8;
  const std::size_t end = text.substr(at, longest + 2).find(';');
  if (end == std::string_view::npos || end < 2) return std::nullopt;
  const std::string_view name = text.substr(at + 1, end - 1);
  if (name.front() == '#') {
    auto character = numbered(name);
    if (!character) return std::nullopt;
    return std::pair{std::move(*character), end + 1};
  }
  for (const Written& known : entities)
    if (known.as == name) return std::pair{std::string(known.means), end + 1};
  return std::nullopt;
}

/// Length of the tag that begins at `at`; 0 where there is none, as in "< 5".
std::size_t tag_length(std::string_view text, std::size_t at) {
  const std::size_t letter = at + (text.substr(at + 1, 1) == "/" ? 2 : 1);
  if (letter >= text.size()) return 0;
  const char c = static_cast<char>(text[letter] | 0x20);
  constexpr std::size_t longest = 1000; // so that a text of nothing but "<" takes no time
  const std::size_t close = text.substr(at, longest).find('>');
  return c < 'a' || c > 'z' || close == std::string_view::npos ? 0 : close + 1;
}

std::string without_markup(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '<') {
      if (const std::size_t length = tag_length(text, at); length > 0) {
        out += ' ';
        at += length;
        continue;
      }
    }
    if (text[at] == '&') {
      if (auto found = entity(text, at)) {
        out += found->first;
        at += found->second;
        continue;
      }
    }
    out += text[at++];
  }
  return out;
}

std::string with_plain_characters(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t used = 0;
    if ((static_cast<unsigned char>(text[at]) & 0x80U) != 0) {
      for (const Written& known : characters) {
        if (text.substr(at, known.as.size()) != known.as) continue;
        out += known.means;
        used = known.as.size();
        break;
      }
    }
    if (used == 0) out += text[at];
    at += used == 0 ? 1 : used;
  }
  return out;
}

} // namespace

std::string plain_text(std::string_view text) { return with_plain_characters(without_markup(text)); }

} // namespace joinedup
