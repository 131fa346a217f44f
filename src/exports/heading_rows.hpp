// The first records of a file, among them its headings, as cells.
#pragma once

#include "exports/structure.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

/// One record at the beginning of a file; line breaks in quotes are part of it.
struct HeadRecord {
  std::vector<std::string> cells; ///< unquoted, trimmed
  std::size_t begin = 0, end = 0; ///< in the text; `end` lies after the line end
  std::vector<QuoteFault> faults;
};

struct HeadRecords {
  std::vector<HeadRecord> rows; ///< only those that end in the text
  bool unclosed = false;        ///< a quote that nothing closes stands after them
};

/// Up to `most` records from the start of `text`.
HeadRecords head_records(std::string_view text, Separators separators, std::size_t most);

/// One heading a column from several rows of them. The first row names the columns where each of its names stands once;
/// else the names of all rows are joined by " | ", and a name over merged cells (blank to its right) holds for them
/// too.
std::vector<std::string> joined_headings(const std::vector<std::vector<std::string>>& rows);

} // namespace joinedup
