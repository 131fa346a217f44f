#include "report/comparison_writers.hpp"
#include "report/csv/csv_line.hpp"

namespace joinedup {

std::string comparison_csv(const ComparisonResults& results) {
  std::string out;
  append_csv_heading(
      out, {"area_code", "level", "score", "wave", "statistic", "dimension", "category", "n", "value", "status"});
  for (const ComparisonRow& row : results.rows) {
    CsvLine line(out);
    line.text(row.area_code).text(row.level).text(row.score).text(row.wave).text(row.statistic);
    line.text(row.dimension).text(row.category).whole(row.n).number(row.value).text(row.status);
    line.end();
  }
  return out;
}

} // namespace joinedup
