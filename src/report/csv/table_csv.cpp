// table_ID.csv: one table of a further analysis, tidy, a row a finding.
#include "report/csv/csv_line.hpp"
#include "report/writers.hpp"

namespace joinedup {

std::string table_csv(const ResultTable& table) {
  std::string out;
  std::vector<std::string> headings;
  for (const TableColumn& column : table.columns)
    headings.push_back(column.name);
  append_csv_heading(out, headings);
  for (const auto& row : table.rows) {
    CsvLine line(out);
    for (const TableCell& cell : row) {
      if (const auto* text = std::get_if<std::string>(&cell))
        line.text(*text);
      else if (const auto* count = std::get_if<std::uint64_t>(&cell))
        line.whole(*count);
      else
        line.number(std::holds_alternative<double>(cell) ? Number(std::get<double>(cell)) : Number());
    }
    line.end();
  }
  return out;
}

} // namespace joinedup
