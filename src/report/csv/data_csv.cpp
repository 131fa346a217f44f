// index.csv, indicators.csv and table_ID.csv: one table of the results each.
#include "report/csv/data_csv.hpp"
#include "report/csv/csv_line.hpp"
#include "report/hide.hpp"
#include "report/writers.hpp"

namespace joinedup {

std::string data_csv(const DataTable& table) {
  std::string out;
  std::vector<std::string> headings;
  for (const DataField& field : table.fields)
    headings.push_back(field.name);
  append_csv_heading(out, headings);
  for (const auto& row : table.rows) {
    CsvLine line(out);
    for (const DataCell& cell : row) {
      if (const auto* text = std::get_if<std::string>(&cell.value))
        line.text(*text);
      else if (const auto* count = std::get_if<std::uint64_t>(&cell.value))
        line.whole(*count);
      else
        line.number(std::holds_alternative<double>(cell.value) ? Number(std::get<double>(cell.value)) : Number());
    }
    line.end();
  }
  return out;
}

std::string index_csv(const RunResults& raw) { return data_csv(index_table(without_hidden(raw))); }
std::string indicators_csv(const RunResults& raw) { return data_csv(indicators_table(without_hidden(raw))); }
std::string table_csv(const ResultTable& table) { return data_csv(further_table(table)); }

} // namespace joinedup
