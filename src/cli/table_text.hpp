// Aligned tables for a terminal: columns that do not fit are dropped from the right, and the reader is told.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

struct TextColumn {
  std::string heading;
  bool right = false;     ///< aligned right (numbers)
  bool with_next = false; ///< never shown without the column after it
};

struct TextTable {
  std::vector<TextColumn> columns;
  std::vector<std::vector<std::string>> rows;
};

/// Code points of UTF-8: what a terminal shows of the letters used here.
std::size_t display_width(std::string_view text);
/// The table with a heading line, each line after `margin` spaces; at most `width` wide as long as one column fits.
std::string table_text(const TextTable& table, std::size_t width, std::size_t margin = 1);

} // namespace joinedup
