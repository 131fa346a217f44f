// A small CSV table held whole: look-ups, score tables, published targets. RFC 4180, UTF-8 with or without a byte order
// mark, \n or \r\n. Survey files have a reader of their own.
#pragma once

#include <joinedup/outcome.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

struct CsvRow {
  std::uint64_t line = 0; ///< physical line where the record starts, from 1
  std::vector<std::string> cells;
};

/// Every row has as many cells as the header. Headings and cells are trimmed.
struct CsvTable {
  std::string file;
  CsvRow header;
  std::vector<CsvRow> rows;

  std::optional<std::size_t> column(std::string_view heading) const; ///< letters without case
  Position where(const CsvRow& row, std::size_t column) const;
};

enum class TableHeadings : unsigned char {
  first_row,
  none ///< the columns are #1, #2 ... as people count them, and the first row is one of the table
};

/// Faults are J508: no text, ragged row, unclosed or stray quote, NUL byte, a heading that is blank or given twice.
/// Lines without any character are passed over.
Outcome<CsvTable> read_csv_table(std::string_view text, const std::string& file,
                                 TableHeadings headings = TableHeadings::first_row);

} // namespace joinedup
