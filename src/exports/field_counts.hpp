// How many fields the first records of a text have: the evidence for its delimiter and for where its table begins.
#pragma once

#include "exports/structure.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace joinedup {

/// Fields in each of the first records that are not blank.
struct FieldCounts {
  std::vector<std::size_t> fields;
  std::size_t usual = 1; ///< the most frequent number of fields above one
  double share = 0;      ///< of the records
  std::size_t first = 0; ///< the first record with the usual number
};

FieldCounts count_fields(std::string_view text, Separators separators);

/// Bytes of `text`, which begins with the first line that is not blank, that stand above the headings of its table:
/// title lines, notes, names of groups of columns. They have one field, or far fewer filled cells than the table.
std::size_t above_headings(std::string_view text, Separators separators, const FieldCounts& counts);

} // namespace joinedup
