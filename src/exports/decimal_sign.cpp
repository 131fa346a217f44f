#include "exports/decimal_sign.hpp"

#include "base/text.hpp"
#include "exports/cell.hpp"

#include <algorithm>
#include <array>

namespace joinedup {

namespace {

constexpr std::size_t cells_looked_at = 20000;
constexpr std::size_t longest_number = 64;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t digits_at(std::string_view text, std::size_t at) {
  const std::size_t from = at;
  while (at < text.size() && is_digit(text[at]))
    ++at;
  return at - from;
}

std::string_view without_sign(std::string_view text) {
  return !text.empty() && (text.front() == '-' || text.front() == '+') ? text.substr(1) : text;
}

/// 1,234 or 1,234,567: up to three digits (the first no 0), then groups of three.
bool is_grouped(std::string_view text, char sign) {
  std::size_t at = digits_at(text, 0);
  if (at == 0 || at > 3 || text.front() == '0' || at == text.size()) return false;
  for (; at < text.size(); at += 4)
    if (text[at] != sign || digits_at(text, at + 1) != 3) return false;
  return true;
}

/// 8,5: digits, the sign once, digits.
bool is_decimal(std::string_view text, char sign) {
  const std::size_t whole = digits_at(text, 0);
  if (whole == 0 || whole >= text.size() || text[whole] != sign) return false;
  const std::size_t fraction = digits_at(text, whole + 1);
  return fraction > 0 && whole + 1 + fraction == text.size();
}

/// Marks that stand for a figure in official tables (Government Statistical Service, symbols in tables, 2022).
bool stands_for_no_figure(std::string_view text) {
  constexpr std::array<std::string_view, 14> marks = {"*",   "-",   "\xE2\x80\x93", "\xE2\x80\x94", "..",  ":",   "[c]",
                                                      "[x]", "[z]", "[w]",          "[low]",        "[u]", "n/a", "na"};
  return std::find(marks.begin(), marks.end(), lower(text)) != marks.end();
}

std::string without(std::string_view text, char sign) {
  std::string out;
  for (const char c : text)
    if (c != sign) out += c;
  return out;
}

NumberCell marked(std::string text, char decimal) {
  if (decimal == ',') std::replace(text.begin(), text.end(), ',', '.');
  const auto value = parse_number(text);
  return value ? NumberCell{NumberKind::marked, *value} : NumberCell{};
}

NumberCell grouped(std::string_view text, const NumberStyle& style) {
  const char decimal = style.decimal_comma ? ',' : '.', group = style.decimal_comma ? '.' : ',';
  const std::string_view bare = without_sign(text);
  const std::string_view whole = bare.substr(0, bare.find(decimal));
  if (!is_grouped(whole, group)) return {};
  const bool by_delimiter = !style.decimal_comma && style.delimiter == ',' && !style.doubtful;
  const bool sure =
      style.certain || by_delimiter || whole.size() < bare.size() || std::count(whole.begin(), whole.end(), group) > 1;
  return sure ? marked(without(text, group), decimal) : NumberCell{NumberKind::ambiguous, 0};
}

} // namespace

DecimalEvidence decimal_evidence(std::string_view text, Separators separators) {
  DecimalEvidence out;
  if (separators.delimiter == ',') return out;
  Marks marks;
  walk_cells(text, separators, marks);
  std::size_t start = 0;
  for (std::size_t k = 0; k < std::min(marks.count, cells_looked_at); ++k) {
    const std::string_view cell = without_sign(trim(unwrap(text.substr(start, marks.at[k] - start)).text));
    start = marks.at[k] + 1;
    if (is_decimal(cell, ',') && !is_grouped(cell, ',')) ++out.commas;
    if (is_decimal(cell, '.') && !is_grouped(cell, '.')) ++out.points;
  }
  return out;
}

std::vector<bool> columns_of_decimal_commas(std::string_view text, Separators separators) {
  std::vector<bool> commas, points;
  Marks marks;
  walk_cells(text, separators, marks);
  std::size_t start = 0, column = 0;
  for (std::size_t k = 0; k < std::min(marks.count, cells_looked_at); ++k) {
    const std::string_view cell = without_sign(trim(unwrap(text.substr(start, marks.at[k] - start)).text));
    if (column == commas.size()) {
      commas.push_back(false);
      points.push_back(false);
    }
    if (is_decimal(cell, ',') && !is_grouped(cell, ',')) commas[column] = true;
    if (is_decimal(cell, '.')) points[column] = true;
    start = marks.at[k] + 1;
    column = text[marks.at[k]] == separators.newline ? 0 : column + 1;
  }
  for (std::size_t c = 0; c < commas.size(); ++c)
    commas[c] = commas[c] && !points[c];
  return commas;
}

NumberCell number_cell(std::string_view text, const NumberStyle& style) {
  if (text.size() > longest_number) return {};
  if (!style.decimal_comma)
    if (const auto value = parse_number(text)) return {NumberKind::number, *value};
  const NumberCell thousands = grouped(text, style);
  if (thousands.kind != NumberKind::none) return thousands;
  if (style.decimal_comma) {
    std::string plain(text);
    std::replace(plain.begin(), plain.end(), ',', '.');
    if (const auto value = parse_number(plain)) return {NumberKind::number, *value};
  }
  if (stands_for_no_figure(text)) return {NumberKind::no_figure, 0};
  if (!text.ends_with('%')) return {};
  text.remove_suffix(1);
  NumberCell part = number_cell(trim(text), style);
  return part.usable() ? NumberCell{NumberKind::marked, part.value} : NumberCell{};
}

} // namespace joinedup
