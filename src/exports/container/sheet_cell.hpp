// One cell of a sheet, from its XML to the text that a person sees.
#pragma once

#include "exports/container/sheet.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace joinedup {

inline constexpr std::size_t most_sheet_columns = 16'384;

enum class CellType : std::uint8_t { number, shared, text, boolean };

struct SheetCell {
  std::size_t column = 0;
  CellType type = CellType::number;
  CellFormat format;
  std::string text; ///< as the XML has it
};

/// "BC12" -> 54; nothing when no column is named.
std::optional<std::size_t> column_of(std::string_view place);
/// By the attribute `t`. Errors such as #N/A and ISO dates are texts.
CellType cell_type(std::string_view name);

/// Numbers without 8.0, dates as ISO text, percentages as 80%, TRUE and FALSE. Throws std::runtime_error for a text
/// that does not exist.
void append_value(std::string& out, const SheetCell& cell, const SheetContext& context);
/// The text that a cell of type `shared` refers to. Throws likewise.
std::string_view shared_text(const SheetCell& cell, const SheetContext& context);

} // namespace joinedup
