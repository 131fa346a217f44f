#include "exports/profile_cell.hpp"

#include "base/text.hpp"
#include "exports/cell.hpp"
#include "exports/cell_codes.hpp"

#include <algorithm>
#include <cctype>

namespace joinedup {

std::string_view digit_of(DigitPlace digit, std::string_view raw) {
  const CellText cell = unwrap(raw);
  const std::string_view text = cell.text.size() == digit.of ? cell.text : trim(cell.text);
  const auto letter = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; };
  if (std::any_of(text.begin(), text.end(), letter)) return {}; // a word of the same length is no profile
  return text.size() == digit.of ? text.substr(digit.place, 1) : std::string_view();
}

AnswerCode decode_digit(const CellCodes& codes, DigitPlace digit, std::string_view raw) {
  constexpr std::string_view missing = "9 .";
  const std::string_view own = digit_of(digit, raw);
  if (own.empty()) {
    const AnswerCode whole = decode_cell(codes, raw).code;
    return is_answer(whole) || whole == answer::catch_all ? answer::invalid : whole;
  }
  const AnswerCode code = codes.single[static_cast<unsigned char>(own.front())];
  return code == answer::invalid && missing.find(own) != std::string_view::npos ? answer::missing : code;
}

} // namespace joinedup
