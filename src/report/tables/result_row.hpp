// Reads a row of a table of further analyses by the names of its columns.
#pragma once

#include <joinedup/table.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

class ResultRow {
public:
  ResultRow(const ResultTable& table, const std::vector<TableCell>& cells) : table_(table), cells_(cells) {}

  /// A number or a count; NaN where the table has no such column or the cell no number.
  double number(std::string_view column) const;
  /// Empty where there is none.
  std::string text(std::string_view column) const;

private:
  const TableCell* cell(std::string_view column) const;

  const ResultTable& table_;
  const std::vector<TableCell>& cells_;
};

} // namespace joinedup
