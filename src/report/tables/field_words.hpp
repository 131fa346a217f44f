// What each column of the results means, in the field's words: one dictionary for Table Schema and workbook.
#pragma once

#include "report/tables/data_table.hpp"

#include <span>
#include <string_view>

namespace joinedup {

struct FieldWords {
  std::string_view table; ///< id of the table; empty = wherever the name occurs and no table says otherwise
  std::string_view name;  ///< of the column; ends with * where more follows
  FieldKind kind;
  std::string_view label; ///< empty = the table's own
  std::string_view description;
};

std::span<const FieldWords> index_field_words();      ///< index.csv
std::span<const FieldWords> indicators_field_words(); ///< indicators.csv
std::span<const FieldWords> further_field_words();    ///< table_ID.csv

/// The entry of a column, or nothing. `*` in the dictionary stands for any ending.
const FieldWords* field_words(std::span<const FieldWords> all, std::string_view table, std::string_view name);

/// A field made from its entry. What follows the * of the entry's name takes the place of {} in its texts.
DataField field_of(const FieldWords& words, std::string_view name);

} // namespace joinedup
