// A workbook before it is bytes: sheets of rows of cells, each with the place of its style.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace joinedup {

struct BookCell {
  std::variant<std::string, double, std::uint64_t> value;
  std::size_t style = 0; ///< place in BookStyles
  std::string link = {}; ///< name of the sheet that it leads to; empty = no link
};

struct BookRow {
  std::vector<BookCell> cells;
  double height = 0; ///< points; 0 = what the text needs
};

/// A marked-up table: its heading row tells programs and screen readers what each column is.
struct BookTable {
  std::string name;        ///< letters, digits and _
  std::size_t heading = 0; ///< place of its heading row; it ends with the last row of the sheet
};

struct BookSheet {
  std::string name;
  std::vector<BookRow> rows;
  std::vector<double> widths;    ///< of columns, in digits
  std::vector<BookTable> tables; ///< one, or none on the cover
};

struct Book {
  std::string title;
  std::vector<BookSheet> sheets;
};

} // namespace joinedup
