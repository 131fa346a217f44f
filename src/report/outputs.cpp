#include "report/outputs.hpp"

#include "report/writers.hpp"

#include <iterator>

namespace joinedup {

std::vector<OutputText> rendered_outputs(const RunResults& results) {
  std::vector<OutputText> out{{"index.csv", index_csv(results)}, {"indicators.csv", indicators_csv(results)}};
  for (const ResultTable& table : results.tables)
    out.push_back({"table_" + table.id + ".csv", table_csv(table)});
  out.push_back({"datapackage.json", datapackage_json(results)});
  out.push_back({"report.html", report_html(results)});
  out.push_back({"workbook.xlsx", workbook_xlsx(results)});
  return out;
}

std::vector<OutputText> run_outputs(const RunResults& results, const CommandRecord& command) {
  std::vector<OutputText> out = rendered_outputs(results);
  out.push_back({"results.json", results_json(results)});
  out.push_back({"run.json", run_json(results, command)});
  return out;
}

const std::vector<std::string>& output_names() {
  static const std::vector<std::string> names{"index.csv",     "indicators.csv", "report.html",
                                              "workbook.xlsx", "results.json",   "datapackage.json",
                                              "run.json",      "table_*.csv",    "area-*.html"};
  return names;
}

} // namespace joinedup
