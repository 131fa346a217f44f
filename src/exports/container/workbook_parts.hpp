// What a workbook (ECMA-376, Office Open XML) says outside its sheets: which there are, and which cells hold dates.
#pragma once

#include "exports/container/cell_format.hpp"
#include "exports/container/zip_package.hpp"

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

/// The package is sound, and holds something else.
struct NoWorkbook : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct SheetEntry {
  std::string name, part;
  bool hidden = false;
};

struct WorkbookParts {
  std::vector<SheetEntry> sheets; ///< in their order; charts are none
  std::string strings, styles;    ///< parts; empty = none
  bool from_1904 = false;         ///< days are counted from 1904-01-01
};

/// Throws NoWorkbook; std::runtime_error when the package is damaged.
WorkbookParts read_workbook_parts(const ZipPackage& package);

/// The number format of each style (the number in a cell's `s`).
std::vector<CellFormat> read_cell_styles(ByteSource& source);

} // namespace joinedup
