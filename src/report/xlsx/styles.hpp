// Looks of cells. GAF (Government Analysis Function), "Releasing statistics in spreadsheets": sans serif of 12 points
// or more, colours left to the reader's program, titles by named heading styles, numbers right and texts left.
#pragma once

#include "report/tables/data_table.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace joinedup {

enum class TextRole : std::uint8_t {
  plain,         ///< a line outside a table
  title,         ///< named style Heading 1
  subtitle,      ///< named style Heading 2
  paragraph,     ///< a line that wraps
  cell,          ///< in a table, wraps
  mark,          ///< in a column of numbers
  heading,       ///< of a column of texts
  number_heading ///< of a column of numbers
  ,
  link ///< named style Hyperlink
};

/// Collects the looks that a workbook uses and gives each its place.
class BookStyles {
public:
  static std::size_t of(TextRole role) { return static_cast<std::size_t>(role); }
  std::size_t of(const NumberLook& look);
  std::string xml() const; ///< xl/styles.xml

private:
  std::vector<NumberLook> looks_;
};

/// Number format of a look in the language of spreadsheets.
std::string format_code(const NumberLook& look);

} // namespace joinedup
