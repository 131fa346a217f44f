// indicators.csv: tidy, a row per area and indicator; then regions, then the whole.
#include "report/csv/csv_line.hpp"
#include "report/hide.hpp"
#include "report/writers.hpp"

namespace joinedup {
namespace {

const IndicatorInfo& info_of(const RunResults& results, const std::string& id) {
  static const IndicatorInfo none;
  for (const IndicatorInfo& info : results.indicators)
    if (info.id == id) return info;
  return none;
}

void append_rows(std::string& out, const RunResults& results, const AreaResult& row) {
  for (const IndicatorResult& indicator : row.indicators) {
    const IndicatorInfo& info = info_of(results, indicator.indicator);
    const Comparison& c = indicator.comparison;
    CsvLine line(out);
    line.text(row.code).text(words(row.level)).text(indicator.indicator).whole(indicator.n);
    line.estimated(indicator.estimate).text(info.statistic).text(info.method);
    line.number(indicator.crude).number(indicator.adjusted).number(c.z).number(c.z_od).number(c.p).yes_no(c.fdr);
    line.text(words(c.band)).text(indicator.status.text());
    line.end();
  }
}

} // namespace

std::string indicators_csv(const RunResults& raw) {
  const RunResults results = without_hidden(raw);
  std::string out;
  append_csv_heading(out, {"area_code", "level",      "indicator",   "n",           "value",     "se",     "lowercl",
                           "uppercl",   "confidence", "lower99_8cl", "upper99_8cl", "statistic", "method", "crude",
                           "adjusted",  "z",          "z_od",        "p",           "fdr",       "band",   "status"});
  for (const AreaResult& row : results.areas)
    append_rows(out, results, row);
  for (const AreaResult& row : results.regions)
    append_rows(out, results, row);
  append_rows(out, results, results.total);
  return out;
}

} // namespace joinedup
