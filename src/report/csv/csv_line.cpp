#include "report/csv/csv_line.hpp"

#include "base/csv_cell.hpp"
#include "base/text.hpp"

namespace joinedup {

void CsvLine::separate() {
  if (!first_) out_ += ',';
  first_ = false;
}

CsvLine& CsvLine::text(std::string_view value) {
  separate();
  append_csv_cell(out_, value);
  return *this;
}

CsvLine& CsvLine::number(const Number& value) {
  separate();
  if (value) append_shortest(out_, *value);
  return *this;
}

CsvLine& CsvLine::whole(const std::optional<std::uint64_t>& value) {
  separate();
  if (value) out_ += std::to_string(*value);
  return *this;
}

void CsvLine::end() {
  out_ += '\n';
  first_ = true;
}

void append_csv_heading(std::string& out, const std::vector<std::string>& columns) {
  CsvLine line(out);
  for (const std::string& column : columns)
    line.text(column);
  line.end();
}

} // namespace joinedup
