#include "exports/cell.hpp"
#include "exports/cell_codes.hpp"

#include "base/text.hpp"
#include "exports/plain_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace joinedup {

namespace {

constexpr std::size_t longest_label = 400;

/// A text of limited length on the stack.
class ShortText {
public:
  bool add(char c) {
    if (size_ == bytes_.size()) return false;
    bytes_[size_++] = c;
    return true;
  }
  void drop_trailing_space() {
    if (size_ > 0 && bytes_[size_ - 1] == ' ') --size_;
  }
  bool empty() const { return size_ == 0; }
  std::string_view view() const { return {bytes_.data(), size_}; }

private:
  std::array<char, longest_label> bytes_; // NOLINT: only the first size_ are read
  std::size_t size_ = 0;
};

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// normal_label of plain text without memory; false when the text is too long to be a label.
template <typename Out> bool normalise(std::string_view text, bool doubled, Out&& put) {
  constexpr std::string_view curly = "\xE2\x80\x99";
  bool space = false, begun = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    char c = text[at];
    if (is_space(c)) {
      space = begun;
      continue;
    }
    if (c == '\'') continue;
    if (c == curly[0] && text.substr(at, curly.size()) == curly) {
      at += curly.size() - 1;
      continue;
    }
    if (doubled && c == '"' && at + 1 < text.size() && text[at + 1] == '"') ++at;
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    if (space && !put(' ')) return false;
    space = false;
    begun = true;
    if (!put(c)) return false;
  }
  return true;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<int> small_number(std::string_view text) {
  if (text.empty() || text.size() > 4) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (!is_digit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

/// The code that a number stands for, or invalid.
AnswerCode code_of(const CellCodes& codes, int number) {
  const auto found = codes.texts.find(std::to_string(number));
  if (found != codes.texts.end()) return found->second;
  if (codes.whole_numbers && number >= codes.low && number <= codes.high) return static_cast<AnswerCode>(number);
  return answer::invalid;
}

/// "3.0", "03", "3,0".
AnswerCode from_decimal(const CellCodes& codes, std::string_view text) {
  if (text.size() > 24) return answer::invalid;
  std::string number(text);
  for (char& c : number) {
    if (c == ',') c = '.';
  }
  const bool grouped = text.find(',') != std::string_view::npos && text.size() - text.find(',') == 4; // 1,000
  const auto value = grouped ? std::nullopt : parse_number(number);
  if (!value || std::abs(*value) > 9999 || *value != std::floor(*value)) return answer::invalid;
  return code_of(codes, static_cast<int>(*value));
}

std::string_view without_separators(std::string_view text) {
  constexpr std::array<std::string_view, 2> dashes = {"\xE2\x80\x93", "\xE2\x80\x94"};
  for (bool again = true; again && !text.empty();) {
    again = false;
    for (const std::string_view dash : dashes) {
      if (!text.starts_with(dash)) continue;
      text.remove_prefix(dash.size());
      again = true;
    }
    if (!text.empty() && std::string_view(" -:.)=").find(text.front()) != std::string_view::npos) {
      text.remove_prefix(1);
      again = true;
    }
  }
  return text;
}

AnswerCode label_that_agrees(const CellCodes& codes, std::string_view number, std::string_view label) {
  const auto value = small_number(number);
  const auto found = codes.texts.find(trim(label));
  if (!value || label.empty() || found == codes.texts.end()) return answer::invalid;
  return found->second == code_of(codes, *value) ? found->second : answer::invalid;
}

/// "3 - some of the time" or "some of the time (3)".
AnswerCode from_number_and_label(const CellCodes& codes, std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits]))
    ++digits;
  if (digits > 0) {
    const std::string_view rest = without_separators(text.substr(digits));
    if (rest.size() == text.size() - digits) return answer::invalid;
    return label_that_agrees(codes, text.substr(0, digits), rest);
  }
  const std::size_t open = text.rfind('(');
  if (open == std::string_view::npos || text.back() != ')') return answer::invalid;
  return label_that_agrees(codes, text.substr(open + 1, text.size() - open - 2), text.substr(0, open));
}

} // namespace

std::string normal_label(std::string_view text) {
  std::string out;
  normalise(plain_text(text), false, [&](char c) {
    out += c;
    return true;
  });
  return out;
}

namespace {

/// Whether plain_text could change it.
bool may_be_marked_up(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return c == '&' || c == '<' || (static_cast<unsigned char>(c) & 0x80U) != 0; });
}

/// A label with markup or characters of Unicode. Numbers are not mended so: what makes them odd is reported.
AnswerCode from_marked_up(const CellCodes& codes, std::string_view raw) {
  if (raw.size() > longest_label || !may_be_marked_up(raw)) return answer::invalid;
  const std::string text = normal_label(cell_string(raw));
  if (std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; })) return answer::invalid;
  const auto found = codes.texts.find(text);
  return found != codes.texts.end() ? found->second : from_number_and_label(codes, text);
}

} // namespace

Decoded decode_cell(const CellCodes& codes, std::string_view raw) {
  if (codes.plain_digits) {
    const auto number = small_number(raw);
    if (number && *number >= codes.low && *number <= codes.high && (raw.front() != '0' || raw.size() == 1))
      return {static_cast<AnswerCode>(*number), false};
  }
  const CellText cell = unwrap(raw);
  ShortText buffer;
  if (!normalise(cell.text, cell.doubled, [&](char c) { return buffer.add(c); }))
    return {from_marked_up(codes, raw), false};
  const std::string_view text = buffer.view();
  const bool spaced = (cell.text.size() != raw.size() && !cell.quoted) || (cell.quoted && trim(cell.text) != cell.text);
  const auto found = codes.texts.find(text);
  if (found != codes.texts.end()) return {found->second, spaced && is_answer(found->second)};
  if (const auto number = small_number(text); number && std::to_string(*number) == text) {
    const AnswerCode code = code_of(codes, *number);
    return {code, spaced && is_answer(code)};
  }
  AnswerCode code = from_decimal(codes, text);
  if (!is_answer(code)) code = from_number_and_label(codes, text);
  if (is_answer(code)) return {code, true};
  return {from_marked_up(codes, raw), false};
}

std::string plain_number(std::string_view raw) {
  constexpr std::size_t longest = 4; // -999, 100, 72.5: longer numbers may be dates, telephones or ids
  const std::string_view text = unwrap(raw).text;
  return text.size() <= longest && parse_number(trim(text)) ? std::string(trim(text)) : std::string();
}

} // namespace joinedup
