#include "report/xlsx/book_sheets.hpp"

#include "base/csv_cell.hpp"
#include "base/text.hpp"
#include "report/html/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace joinedup {
namespace {

constexpr double narrowest = 11, widest = 60;
constexpr double line_height = 16; // points, of 12-point type

std::size_t longest_word(std::string_view text) {
  std::size_t out = 0;
  for (const std::string_view word : split(text, ' '))
    out = std::max(out, word.size());
  return out;
}

/// Texts are shown whole up to the widest, and wrap there; headings wrap between words.
double width_of(const DataTable& table, std::size_t column) {
  std::size_t longest = longest_word(table.fields[column].label) + 2;
  for (const auto& row : table.rows)
    if (const auto* text = std::get_if<std::string>(&row[column].value)) longest = std::max(longest, text->size() + 2);
  return std::clamp(static_cast<double>(longest), narrowest, widest);
}

BookCell cell_of(const DataCell& cell, bool numbers, BookStyles& styles) {
  if (empty_cell(cell.value)) return text_cell(shorthand(cell.blank), numbers ? TextRole::mark : TextRole::cell);
  if (const auto* text = std::get_if<std::string>(&cell.value))
    return text_cell(*text, numbers ? TextRole::mark : TextRole::cell);
  if (const auto* whole = std::get_if<std::uint64_t>(&cell.value)) return {*whole, styles.of(cell.look)};
  return {std::get<double>(cell.value), styles.of(cell.look)};
}

BookRow heading_row(const DataTable& table, const std::vector<double>& widths) {
  BookRow out;
  double lines = 1;
  for (std::size_t k = 0; k < table.fields.size(); ++k) {
    const DataField& field = table.fields[k];
    out.cells.push_back(text_cell(field.label, numeric(field.kind) ? TextRole::number_heading : TextRole::heading));
    // Bold letters are wider than digits, and words leave room at the ends of lines.
    lines = std::max(lines, std::ceil(static_cast<double>(field.label.size()) * 1.25 / widths[k]));
  }
  out.height = lines * line_height;
  return out;
}

bool used(const DataTable& table, BlankReason reason) {
  return std::ranges::any_of(table.rows, [&](const std::vector<DataCell>& row) {
    return std::ranges::any_of(row, [&](const DataCell& c) { return empty_cell(c.value) && c.blank == reason; });
  });
}

/// Some p value stands as [low].
bool shows_low(const DataTable& table) {
  return std::ranges::any_of(table.rows, [](const std::vector<DataCell>& row) {
    return std::ranges::any_of(row, [](const DataCell& c) {
      const auto* number = std::get_if<double>(&c.value);
      return number != nullptr && c.look.chance && *number < 0.5 * std::pow(10.0, -c.look.decimals);
    });
  });
}

} // namespace

BookCell text_cell(std::string_view text, TextRole role) {
  std::string value(text);
  if (looks_like_formula(value)) value.insert(value.begin(), '\'');
  return {std::move(value), BookStyles::of(role)};
}

std::string_view shorthand(BlankReason reason) {
  constexpr std::array<std::string_view, 3> marks{"[c]", "[x]", "[z]"}; // in the order of BlankReason
  return marks.at(static_cast<std::size_t>(reason));
}

std::string shorthand_line(const DataTable& table) {
  std::vector<std::string> parts;
  if (used(table, BlankReason::hidden)) parts.emplace_back("[c] is confidential: hidden to protect people's answers");
  if (shows_low(table)) parts.emplace_back("[low] is a p value that is not zero and would round to zero");
  if (used(table, BlankReason::absent)) parts.emplace_back("[x] is not available");
  if (used(table, BlankReason::not_applicable)) parts.emplace_back("[z] is not applicable");
  return parts.empty() ? "" : fmt::format("Shorthand in this table: {}.", join(parts, "; "));
}

BookSheet table_sheet(const DataTable& table, const std::string& name, const std::string& title,
                      const std::vector<std::string>& lines, BookStyles& styles) {
  BookSheet out;
  out.name = name;
  out.rows.push_back({{text_cell(title, TextRole::title)}});
  for (const std::string& line : lines)
    if (!line.empty()) out.rows.push_back({{text_cell(line, TextRole::plain)}});
  for (std::size_t k = 0; k < table.fields.size(); ++k)
    out.widths.push_back(width_of(table, k));
  if (table.rows.empty()) return out;
  std::string called = name + "_table";
  std::ranges::replace_if(
      called, [](char c) { return c == ' ' || c == '-'; }, '_');
  out.tables.push_back({called, out.rows.size()});
  out.rows.push_back(heading_row(table, out.widths));
  for (const auto& row : table.rows) {
    BookRow cells;
    for (std::size_t k = 0; k < row.size(); ++k)
      cells.cells.push_back(cell_of(row[k], numeric(table.fields[k].kind), styles));
    out.rows.push_back(std::move(cells));
  }
  return out;
}

} // namespace joinedup
