// Scale quality, tidy: a row per area x scale x item x statistic; `item` is empty for figures of the scale.
#include "report/csv/csv_line.hpp"
#include "report/quality_writers.hpp"

namespace joinedup {
namespace {

void append_rows(std::string& out, const QualityRow& row, const ScaleInfo& scale, std::string_view item,
                 const std::vector<QualityStatistic>& statistics) {
  for (const QualityStatistic& one : statistics) {
    const bool absent = !one.value && !one.status.hidden();
    CsvLine line(out);
    line.text(row.code).text(row.name).text(words(row.level)).text(scale.id).text(item).text(one.name).whole(one.n);
    line.number(one.value).number(one.lower).number(one.upper);
    line.text(absent ? "not_computable" : one.status.text()).text(one.flag).text(one.reason);
    line.end();
  }
}

void append_row(std::string& out, const QualityResults& results, const QualityRow& row) {
  for (std::size_t s = 0; s < results.scales.size(); ++s) {
    append_rows(out, row, results.scales[s], "", row.scales[s].statistics);
    for (const ItemQuality& item : row.scales[s].items)
      append_rows(out, row, results.scales[s], item.id, item.statistics);
  }
}

} // namespace

std::string quality_csv(const QualityResults& results) {
  std::string out;
  append_csv_heading(out, {"area_code", "area_name", "level", "scale", "item", "statistic", "n", "value", "lowercl",
                           "uppercl", "status", "flag", "reason"});
  append_row(out, results, results.total);
  for (const QualityRow& row : results.areas)
    append_row(out, results, row);
  return out;
}

} // namespace joinedup
