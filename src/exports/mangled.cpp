#include "exports/mangled.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace joinedup {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::size_t digits_at(std::string_view text, std::size_t at) {
  const std::size_t from = at;
  while (at < text.size() && is_digit(text[at]))
    ++at;
  return at - from;
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

bool is_error_value(std::string_view text) {
  constexpr std::array<std::string_view, 9> all = {"#N/A",  "#VALUE!", "#REF!",   "#DIV/0!", "#NAME?",
                                                   "#NUM!", "#NULL!",  "#SPILL!", "#CALC!"};
  return text.front() == '#' && std::find(all.begin(), all.end(), text) != all.end();
}

/// 1.23457E+11: digits, perhaps a fraction, E, a sign, digits.
bool is_scientific(std::string_view text) {
  std::size_t at = digits_at(text, 0);
  if (at == 0 || at > 2) return false;
  if (at < text.size() && (text[at] == '.' || text[at] == ',')) at += 1 + digits_at(text, at + 1);
  if (at + 2 >= text.size() || (text[at] != 'E' && text[at] != 'e') || (text[at + 1] != '+' && text[at + 1] != '-'))
    return false;
  return digits_at(text, at + 2) == text.size() - at - 2;
}

bool is_month(std::string_view text) {
  constexpr std::string_view months = "jan feb mar apr may jun jul aug sep oct nov dec ";
  if (text.size() != 3 || !std::all_of(text.begin(), text.end(), is_letter)) return false;
  const std::string name = lower(text);
  return contains(months, name + " ");
}

/// 01-Feb or Oct-15, as a spreadsheet shows a date of this year or a month.
bool is_short_date(std::string_view text) {
  if (text.size() < 5 || text.size() > 6) return false;
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos) return false;
  const std::string_view a = text.substr(0, dash), b = text.substr(dash + 1);
  const auto number = [](std::string_view part) { return !part.empty() && digits_at(part, 0) == part.size(); };
  return (is_month(a) && number(b)) || (number(a) && is_month(b));
}

/// 2026-02-01, as a workbook's date is written here.
bool is_full_date(std::string_view text) {
  if (text.size() < 10 || digits_at(text, 0) != 4 || text[4] != '-' || digits_at(text, 5) != 2 || text[7] != '-' ||
      digits_at(text, 8) != 2)
    return false;
  return text.size() == 10 || text[10] == 'T';
}

/// Day numbers of spreadsheets (1 January 1900 is 1): 20000 is 3 October 1954, 60000 is 8 April 2064.
bool is_date_serial(std::string_view text) {
  return text.size() == 5 && digits_at(text, 0) == 5 && text.front() >= '2' && text.front() <= '5';
}

bool is_formula(std::string_view text) {
  return text.starts_with("=\"") || text.starts_with("=T(") || (text.starts_with('=') && text.find('"') < 3);
}

bool has_invisible(std::string_view text) {
  return contains(text, "\xE2\x80\x8B") || contains(text, "\xE2\x80\x8C") || contains(text, "\xE2\x80\x8D") ||
         contains(text, "\xE2\x81\xA0") || contains(text, "\xEF\xBB\xBF") || contains(text, "\xC2\xAD");
}

bool has_no_break_space(std::string_view text) { return contains(text, "\xC2\xA0") || contains(text, "\xE2\x80\xAF"); }

/// 7O, 1l, or the letter alone.
bool is_digits_and_a_letter(std::string_view text) {
  constexpr std::string_view alike = "OolI";
  if (text.empty() || text.size() > 4) return false;
  const auto likely = [&](char c) { return is_digit(c) || alike.find(c) != std::string_view::npos; };
  return std::all_of(text.begin(), text.end(), likely) && !std::all_of(text.begin(), text.end(), is_digit);
}

bool is_list(std::string_view text) {
  const std::size_t at = text.find_first_of(";,|/");
  return at != std::string_view::npos && at > 0 && at + 1 < text.size() && is_digit(text[at - 1]) &&
         (is_digit(text[at + 1]) || text[at + 1] == ' ') &&
         text.find_first_not_of("0123456789;,|/ ") == std::string_view::npos;
}

bool is_with_thousands(std::string_view text) {
  const std::size_t lead = digits_at(text, 0);
  return lead >= 1 && lead <= 3 && text.size() == lead + 4 && text[lead] == ',' && digits_at(text, lead + 1) == 3;
}

bool is_fraction(std::string_view text) {
  return text == "\xC2\xBD" || text == "\xC2\xBC" || text == "\xC2\xBE" ||
         (text.size() > 2 && is_digit(text.front()) && contains(text, "\xC2\xBD"));
}

bool is_band(std::string_view text) {
  const std::size_t low = digits_at(text, 0);
  if (low == 0 || low > 3 || low + 1 >= text.size() || text[low] != '-') return false;
  const std::size_t high = digits_at(text, low + 1);
  return high > 0 && low + 1 + high == text.size();
}

} // namespace

bool is_missing_mark(std::string_view text) {
  const std::string_view bare = trim(text);
  return bare == "." || bare == "\\N" || bare == "#NULL!" || equal_ignoring_case(bare, "null") ||
         equal_ignoring_case(bare, "nan");
}

MangledWords words(Mangled kind) {
  switch (kind) {
  case Mangled::error_value:
    return {"a spreadsheet's error value", "mend the formula in the sheet that made the file"};
  case Mangled::scientific:
    return {"a number in scientific notation, which has lost digits",
            "export the column as text: the digits cannot be had back from this file"};
  case Mangled::date:
    return {"a date that a spreadsheet made of a range or code", "export the column as text; 01-Feb may have been 1-2"};
  case Mangled::date_serial:
    return {"a number that may be a spreadsheet's day count of a date", "export the column as text"};
  case Mangled::formula:
    return {"a formula that keeps zeros, taken as it stands", "export the column as text, without =\"...\""};
  case Mangled::truth_value:
    return {"a spreadsheet's truth value", "recode it in a map if it is sure which answer it stands for"};
  case Mangled::percent:
    return {"a percentage", "recode it in a map if it is sure that 80% means 80"};
  case Mangled::thousands:
    return {"a number with a sign of thousands", "no answer is as large; was it a decimal comma?"};
  case Mangled::letter_for_digit:
    return {"a letter that looks like a digit", "O for 0 or l for 1: mend the cell at its source"};
  case Mangled::fraction:
    return {"a fraction", "a spreadsheet may have made it of 1/2: mend the cell at its source"};
  case Mangled::invisible:
    return {"a text with an invisible character", "take zero-width characters out at the source, or recode in a map"};
  case Mangled::no_break_space:
    return {"a text with a no-break space",
            "it looks like a blank and is none: mend it at the source, or recode in a map"};
  case Mangled::several:
    return {"a list of several answers", "one answer was expected; is this a question with several ticks?"};
  case Mangled::missing_mark:
    return {"a program's mark for no value (such as a full stop, NULL or nan)",
            "--missing MARK:missing, or \"missing\" in a map, says that it stands for a missing answer"};
  }
  return {};
}

std::optional<Mangled> mangled_text(std::string_view text) {
  constexpr std::size_t longest = 200; // of a comment only its kind matters little
  if (text.empty() || text.size() > longest) return std::nullopt;
  if (is_error_value(text)) return Mangled::error_value;
  if (text.front() == '=') return is_formula(text) ? std::optional(Mangled::formula) : std::nullopt;
  if (is_scientific(text)) return Mangled::scientific;
  if (is_short_date(text)) return Mangled::date;
  const bool ascii = std::none_of(text.begin(), text.end(), [](char c) { return (c & '\x80') != 0; });
  if (ascii) return std::nullopt;
  if (has_invisible(text)) return Mangled::invisible;
  return std::nullopt;
}

std::optional<Mangled> mangled_answer(std::string_view text) {
  if (is_missing_mark(text)) return Mangled::missing_mark;
  if (const auto kind = mangled_text(text)) return kind;
  const std::string_view bare = trim(text);
  if (bare.empty()) return std::nullopt;
  if (has_no_break_space(bare)) return Mangled::no_break_space;
  if (equal_ignoring_case(bare, "true") || equal_ignoring_case(bare, "false")) return Mangled::truth_value;
  if (bare.size() > 1 && bare.ends_with('%') && is_digit(bare.front())) return Mangled::percent;
  if (is_full_date(bare)) return Mangled::date;
  if (is_date_serial(bare)) return Mangled::date_serial;
  if (is_with_thousands(bare)) return Mangled::thousands;
  if (is_fraction(bare)) return Mangled::fraction;
  if (is_digits_and_a_letter(bare)) return Mangled::letter_for_digit;
  if (is_list(bare)) return Mangled::several;
  return std::nullopt;
}

void ColumnShape::look(std::string_view text, std::uint64_t row) {
  const auto note = [&](Seen& seen) {
    if (seen.count++ == 0) seen.row = row;
  };
  const std::size_t digits = digits_at(text, 0);
  if (digits < text.size()) {
    if (text.size() <= 7 && (is_band(text) || is_short_date(text))) ++bands;
    if (is_full_date(text)) note(dates);
    return;
  }
  if (text.front() == '0' && digits > 1) {
    ++zero_led[digits];
    return;
  }
  note(plain[digits]);
  if (is_date_serial(text)) note(serials);
}

void ColumnShape::merge(const ColumnShape& later, std::uint64_t rows) {
  const auto add = [&](Seen& to, const Seen& from) {
    if (to.count == 0 && from.count > 0) to.row = from.row + rows;
    to.count += from.count;
  };
  for (std::size_t k = 0; k <= longest; ++k) {
    add(plain[k], later.plain[k]);
    zero_led[k] += later.zero_led[k];
  }
  bands += later.bands;
  add(serials, later.serials);
  add(dates, later.dates);
}

ColumnShape::Seen ColumnShape::shortened() const {
  std::size_t length = longest;
  while (length > 0 && zero_led[length] == 0)
    --length;
  Seen out;
  for (std::size_t k = 1; k < length; ++k) {
    if (plain[k].count == 0) continue;
    out.row = out.count == 0 ? plain[k].row : std::min(out.row, plain[k].row);
    out.count += plain[k].count;
  }
  return out;
}

} // namespace joinedup
