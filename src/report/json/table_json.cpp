#include "report/json/table_json.hpp"

#include "model/results_form.hpp"

namespace joinedup {

namespace {

OrderedJson json_cell(const TableCell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* number = std::get_if<double>(&cell)) return json_number(*number);
  if (const auto* count = std::get_if<std::uint64_t>(&cell)) return *count;
  return nullptr;
}

/// "text", "number" or "count": what the cells of a column hold, where they hold anything.
const char* type_of(const ResultTable& table, std::size_t column) {
  const char* type = "text";
  for (const auto& row : table.rows) {
    if (std::holds_alternative<double>(row[column])) return "number";
    if (std::holds_alternative<std::uint64_t>(row[column])) type = "count";
  }
  return type;
}

OrderedJson json_columns(const ResultTable& table) {
  OrderedJson out = OrderedJson::array();
  for (std::size_t k = 0; k < table.columns.size(); ++k) {
    const TableColumn& column = table.columns[k];
    out.push_back({{"name", column.name},
                   {"label", column.label},
                   {"type", type_of(table, k)},
                   {"decimals", column.decimals},
                   {"percent", column.percent}});
  }
  return out;
}

OrderedJson json_row(const ResultTable& table, const std::vector<TableCell>& row) {
  OrderedJson out = OrderedJson::object();
  for (std::size_t k = 0; k < table.columns.size(); ++k)
    out[table.columns[k].name] = json_cell(row[k]);
  return out;
}

} // namespace

OrderedJson json_tables(const std::vector<ResultTable>& tables) {
  OrderedJson out = OrderedJson::object();
  for (const ResultTable& table : tables) {
    OrderedJson rows = OrderedJson::array();
    for (const auto& row : table.rows)
      rows.push_back(json_row(table, row));
    out[table.id] = {{"title", table.title},
                     {"finding", table.finding},
                     {"method", table.method},
                     {"section", section_words.at(static_cast<std::size_t>(table.section))},
                     {"columns", json_columns(table)},
                     {"notes", table.notes},
                     {"rows", rows}};
  }
  return out;
}

} // namespace joinedup
