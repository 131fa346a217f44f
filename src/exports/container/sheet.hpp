// The cells of one sheet of a workbook as records of text.
#pragma once

#include "exports/container/cell_format.hpp"
#include "exports/container/private_file.hpp"
#include "exports/container/shared_strings.hpp"

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <vector>

namespace joinedup {

/// What the sheet's cells refer to.
struct SheetContext {
  const SharedStrings& strings;
  std::vector<CellFormat> styles;
  bool from_1904 = false;
  std::uint64_t most_bytes = 0;  ///< of text; beyond it the sheet counts as a bomb
  std::uint64_t most_blanks = 0; ///< cells that are there only because other rows are wider; likewise
};

/// A text that no spreadsheet program writes: over 32,767 characters in a cell, or 16 MiB in a row.
struct SheetTooLong : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Rows as they are met, before their common width is known.
struct SheetRows {
  PrivateFile file;      ///< number of cells, length, text: for every row up to the last that holds a cell
  std::size_t width = 0; ///< cells of the widest row; 0 = an empty sheet
  std::uint64_t rows = 0;
};

/// `source` is the sheet's XML. Throws std::runtime_error when it is damaged, SheetTooLong, ZipBomb,
/// TemporaryFileFailure. Memory: a row of cells and no more.
SheetRows read_sheet(ByteSource& source, const SheetContext& context);

/// The rows as text, all of one width; blank rows are empty records.
std::unique_ptr<ByteSource> sheet_source(SheetRows rows);

} // namespace joinedup
