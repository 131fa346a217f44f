// The parts of a workbook file: ECMA-376 part 1 (SpreadsheetML) in a package of part 2.
#pragma once

#include "report/xlsx/book.hpp"
#include "report/xlsx/styles.hpp"

#include <string>
#include <utility>
#include <vector>

namespace joinedup {

using BookParts = std::vector<std::pair<std::string, std::string>>; ///< name in the package, text

/// Every part, in a fixed order. Texts are never formulas: no cell has one.
BookParts book_parts(const Book& book, const BookStyles& styles);

/// A zip file of them whose bytes depend on nothing else: its dates are 1 January 1980, the first that zip knows.
/// Throws std::runtime_error.
std::string zipped(const BookParts& parts);

/// "A1" of row and column, counted from 0.
std::string cell_name(std::size_t row, std::size_t column);

} // namespace joinedup
