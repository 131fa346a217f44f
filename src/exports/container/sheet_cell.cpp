#include "exports/container/sheet_cell.hpp"

#include "base/text.hpp"

#include <stdexcept>

namespace joinedup {

namespace {

constexpr std::int64_t epoch_1900 = -25'569; ///< 1899-12-30: right from serial 61 on
constexpr std::int64_t epoch_1904 = -24'107;
constexpr double day = 86'400;

/// Excel counts a 29 February 1900 that never was, as Lotus 1-2-3 did: serials below 60 are a day off, 60 is no day.
bool append_serial(std::string& out, double serial, TimeKind kind, bool from_1904) {
  if (kind == TimeKind::duration) return append_time(out, serial, {kind, 0, day});
  if (serial < 0) return false;
  if (from_1904) return append_time(out, serial, {kind, epoch_1904, day});
  if (serial < 1) return append_time(out, serial, {TimeKind::duration, 0, day});
  if (serial >= 60 && serial < 61) return false;
  return append_time(out, serial, {kind, serial < 60 ? epoch_1900 + 1 : epoch_1900, day});
}

void append_number(std::string& out, const SheetCell& cell, const SheetContext& context) {
  const auto value = parse_number(trim(cell.text));
  if (!value) {
    out += trim(cell.text);
    return;
  }
  const TimeKind time = cell.format.time;
  if (time != TimeKind::none && append_serial(out, *value, time, context.from_1904)) return;
  if (cell.format.percent)
    append_percentage(out, *value);
  else
    append_plain_number(out, *value);
}

} // namespace

std::optional<std::size_t> column_of(std::string_view place) {
  std::size_t column = 0;
  for (const char c : place) {
    if (c >= '0' && c <= '9') break;
    const char letter = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (letter < 'A' || letter > 'Z' || column > most_sheet_columns) return std::nullopt;
    column = column * 26 + static_cast<std::size_t>(letter - 'A') + 1;
  }
  if (column == 0) return std::nullopt;
  return column - 1;
}

CellType cell_type(std::string_view name) {
  if (name.empty() || name == "n") return CellType::number;
  if (name == "s") return CellType::shared;
  return name == "b" ? CellType::boolean : CellType::text;
}

void append_value(std::string& out, const SheetCell& cell, const SheetContext& context) {
  if (cell.text.empty()) return;
  switch (cell.type) {
  case CellType::number:
    append_number(out, cell, context);
    return;
  case CellType::boolean:
    out += cell.text == "1" || cell.text == "true" ? "TRUE" : "FALSE";
    return;
  case CellType::text:
    out += cell.text;
    undo_escapes(out);
    return;
  case CellType::shared:
    break;
  }
  out += shared_text(cell, context);
}

std::string_view shared_text(const SheetCell& cell, const SheetContext& context) {
  if (cell.text.empty()) return {};
  const auto number = parse_whole(trim(cell.text));
  if (!number || *number >= context.strings.size()) throw std::runtime_error("a cell names a text that does not exist");
  return context.strings.at(*number);
}

} // namespace joinedup
