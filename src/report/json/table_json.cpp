#include "report/json/table_json.hpp"

namespace joinedup {

namespace {

OrderedJson json_cell(const TableCell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* number = std::get_if<double>(&cell)) return json_number(*number);
  if (const auto* count = std::get_if<std::uint64_t>(&cell)) return *count;
  return nullptr;
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
                     {"notes", table.notes},
                     {"rows", rows}};
  }
  return out;
}

} // namespace joinedup
