#include "report/tables/result_row.hpp"

#include <algorithm>
#include <cmath>

namespace joinedup {

const TableCell* ResultRow::cell(std::string_view column) const {
  const auto found = std::ranges::find(table_.columns, column, &TableColumn::name);
  const auto at = static_cast<std::size_t>(found - table_.columns.begin());
  return at < cells_.size() ? &cells_[at] : nullptr;
}

double ResultRow::number(std::string_view column) const {
  const TableCell* found = cell(column);
  if (found == nullptr) return NAN;
  if (const auto* number = std::get_if<double>(found)) return *number;
  const auto* count = std::get_if<std::uint64_t>(found);
  return count == nullptr ? NAN : static_cast<double>(*count);
}

std::string ResultRow::text(std::string_view column) const {
  const TableCell* found = cell(column);
  const auto* text = found == nullptr ? nullptr : std::get_if<std::string>(found);
  return text == nullptr ? std::string() : *text;
}

} // namespace joinedup
