// Does a number format of a workbook show dates or percentages? Sources: ECMA-376 part 1, 18.8.30 (numFmt: the built-in
// numbers) and 18.8.31 (numFmts: the codes).
#include "exports/container/cell_format.hpp"

#include "base/text.hpp"

#include <string>

namespace joinedup {

namespace {

struct BareCode {
  std::string letters;  ///< in lower case, without quoted text, escaped characters, colours and conditions
  bool elapsed = false; ///< "[h]" or its like stands in it
};

bool counts_on(std::string_view bracketed) {
  return bracketed == "h" || bracketed == "hh" || bracketed == "m" || bracketed == "mm" || bracketed == "s" ||
         bracketed == "ss";
}

BareCode bare(std::string_view code) {
  BareCode out;
  code = code.substr(0, code.find(';')); // what follows is for negative numbers
  for (std::size_t at = 0; at < code.size(); ++at) {
    const char c = code[at];
    if (c == '\\' || c == '_' || c == '*') {
      ++at;
    } else if (c == '"' || c == '[') {
      const std::size_t close = code.find(c == '"' ? '"' : ']', at + 1);
      if (close == std::string_view::npos) break;
      if (c == '[') out.elapsed = out.elapsed || counts_on(lower(code.substr(at + 1, close - at - 1)));
      at = close;
    } else {
      out.letters += c;
    }
  }
  out.letters = lower(out.letters);
  return out;
}

TimeKind built_in_time(int number) {
  if (number == 22) return TimeKind::date_time;
  if (number == 46) return TimeKind::duration;
  const bool date = (number >= 14 && number <= 17) || (number >= 27 && number <= 31) || number == 36 ||
                    (number >= 50 && number <= 54) || number == 57 || number == 58;
  const bool clock = (number >= 18 && number <= 21) || (number >= 32 && number <= 35) || number == 45 || number == 47 ||
                     number == 55 || number == 56;
  return date ? TimeKind::date : clock ? TimeKind::duration : TimeKind::none;
}

TimeKind time_of(const BareCode& code) {
  const auto& [letters, elapsed] = code;
  if (elapsed) return TimeKind::duration;
  if (letters.find("general") != std::string::npos) return TimeKind::none;
  const bool clock = letters.find_first_of("hs") != std::string::npos;
  const bool date = letters.find_first_of("yd") != std::string::npos;
  if (date) return clock ? TimeKind::date_time : TimeKind::date;
  if (clock) return TimeKind::duration;
  return letters.find('m') != std::string::npos ? TimeKind::date : TimeKind::none;
}

} // namespace

CellFormat cell_format(int number, std::string_view code) {
  if (code.empty()) return {built_in_time(number), number == 9 || number == 10};
  const BareCode known = bare(code);
  return {time_of(known), known.letters.find('%') != std::string::npos};
}

} // namespace joinedup
