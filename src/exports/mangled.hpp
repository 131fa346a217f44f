// What spreadsheets and keyboards do to cells, told by the cell's text. Nothing here is ever put right in silence.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace joinedup {

enum class Mangled : std::uint8_t {
  error_value,      ///< #N/A, #VALUE! ...
  scientific,       ///< 1.23457E+11
  date,             ///< 01-Feb, Oct-15, a workbook's 2026-02-01: was 1-2 or 10-15
  date_serial,      ///< 45778
  formula,          ///< ="0098"
  truth_value,      ///< TRUE
  percent,          ///< 80%
  thousands,        ///< 1,000
  letter_for_digit, ///< 7O, l
  fraction,         ///< one half as one character
  invisible,        ///< a zero-width space
  no_break_space,
  several,      ///< 1;2
  missing_mark, ///< ., NULL, nan: how programs write that there is no value
};

struct MangledWords {
  std::string_view what, hint;
};
MangledWords words(Mangled kind);

/// Of Stata and SAS (.), databases (NULL, \N), Python (nan) and SPSS (#NULL!).
bool is_missing_mark(std::string_view text);

/// Of a cell that is no answer. `text` is unquoted.
std::optional<Mangled> mangled_answer(std::string_view text);

/// Of a cell of text or an id, where a percent sign or TRUE may be meant.
std::optional<Mangled> mangled_text(std::string_view text);

/// Whether a text may be one of those: by its length and a few of its bytes. `beyond_ascii`: some text of the block is.
inline bool may_be_mangled(std::string_view text, bool beyond_ascii) {
  const std::size_t size = text.size();
  if (size < 4) return beyond_ascii && size > 0;
  const auto exponent = [&](std::size_t from_end) {
    return size > from_end && (text[size - from_end] == '+' || text[size - from_end] == '-');
  };
  return beyond_ascii || text[0] == '#' || text[0] == '=' || size == 5 || size == 6 || exponent(3) || exponent(4);
}

/// Numbers of one column by length: shows zeros that were lost, and date serials among bands such as 45-54.
struct ColumnShape {
  static constexpr std::size_t longest = 20;
  struct Seen {
    std::uint64_t count = 0, row = 0; ///< row: of the first, counted as the caller does
  };
  Seen plain[longest + 1];               ///< digits that begin with no 0, by length
  std::uint64_t zero_led[longest + 1]{}; ///< digits that begin with 0
  std::uint64_t bands = 0;               ///< 45-54, or what a spreadsheet made of one
  Seen serials;                          ///< five digits that are a date of 1954 to 2064
  Seen dates;                            ///< 2026-02-01, as a workbook's dates are written

  void add(std::string_view text, std::uint64_t row) {
    if (text.empty() || text.size() > longest) return;
    const bool digit = text[0] >= '0' && text[0] <= '9';
    if (digit || text.size() == 5 || text.size() == 6) look(text, row);
  }
  /// `later` comes after this one; its rows are moved by `rows`.
  void merge(const ColumnShape& later, std::uint64_t rows);
  /// Numbers shorter than the longest that begins with 0.
  Seen shortened() const;

private:
  void look(std::string_view text, std::uint64_t row);
};

} // namespace joinedup
