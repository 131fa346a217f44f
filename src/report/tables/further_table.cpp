// A table of a further analysis. What its columns mean comes from the dictionary; what that lacks, from its cells.
#include "report/tables/field_words.hpp"

namespace joinedup {
namespace {

bool holds_text(const ResultTable& table, std::size_t column) {
  for (const auto& row : table.rows)
    if (std::holds_alternative<std::string>(row[column])) return true;
  return false;
}

DataField field_at(const ResultTable& table, std::size_t column) {
  const TableColumn& own = table.columns[column];
  const FieldWords* words = field_words(further_field_words(), table.id, own.name);
  if (words == nullptr) {
    const FieldKind kind = holds_text(table, column) ? FieldKind::text : FieldKind::number;
    return {own.name, own.label, own.label, kind, false, {}};
  }
  DataField out = field_of(*words, own.name);
  if (out.label.empty()) out.label = own.label;
  return out;
}

/// The row says itself that it is hidden.
bool hidden_row(const DataTable& table, const std::vector<TableCell>& row) {
  for (std::size_t k = 0; k < row.size(); ++k) {
    const auto* text = std::get_if<std::string>(&row[k]);
    if (table.fields[k].kind != FieldKind::status || text == nullptr) continue;
    return text->find("suppressed") != std::string::npos || text->find("disclosure_difference") != std::string::npos;
  }
  return false;
}

} // namespace

DataTable further_table(const ResultTable& table) {
  DataTable out;
  out.name = "table_" + table.id;
  out.title = table.title;
  out.finding = table.finding;
  out.notes = table.notes;
  for (std::size_t k = 0; k < table.columns.size(); ++k)
    out.fields.push_back(field_at(table, k));
  for (const auto& row : table.rows) {
    const BlankReason blank = hidden_row(out, row) ? BlankReason::hidden : BlankReason::absent;
    std::vector<DataCell> cells;
    for (std::size_t k = 0; k < row.size(); ++k) {
      const TableColumn& column = table.columns[k];
      const bool whole = std::holds_alternative<std::uint64_t>(row[k]);
      cells.push_back(
          {row[k],
           blank,
           {.decimals = whole ? 0 : column.decimals, .percent = column.percent, .chance = column.name == "p"}});
    }
    out.rows.push_back(std::move(cells));
  }
  return out;
}

} // namespace joinedup
