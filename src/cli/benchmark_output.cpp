#include "cli/benchmark_output.hpp"

#include "cli/summary.hpp"

#include "report/writers.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

namespace {

std::string in_folder(const std::string& folder, std::string_view name) {
  return fmt::format("{}{}{}", folder, folder.ends_with('/') ? "" : "/", name);
}

bool was_said(const std::string& text, const Diagnostics& diagnostics) {
  const auto& all = diagnostics.all();
  return std::any_of(all.begin(), all.end(), [&](const Diagnostic& d) { return d.message == text; });
}

} // namespace

const std::vector<std::string>& benchmark_files() {
  static const std::vector<std::string> names{"index.csv",    "indicators.csv", "report.html",
                                              "results.json", "run.json",       "table_*.csv"};
  return names;
}

void write_benchmark(const RunResults& results, OutputFolder& folder) {
  folder.write("index.csv", index_csv(results));
  folder.write("indicators.csv", indicators_csv(results));
  for (const ResultTable& table : results.tables)
    folder.write(fmt::format("table_{}.csv", table.id), table_csv(table));
  folder.write("results.json", results_json(results));
  folder.write("report.html", report_html(results));
  folder.write("run.json", run_json(results));
  folder.commit();
}

void say_benchmark(const RunResults& results, const Diagnostics& diagnostics, const std::string& folder, Talk& talk) {
  talk.settings(results.settings, results.inputs);
  talk.reconciliation(results.reconciliation);
  for (const std::string& notice : results.notices) {
    if (!was_said(notice, diagnostics)) talk.say(" notice: " + notice);
  }
  talk.show(summary_text(results, talk.console().columns, in_folder(folder, "index.csv")));
  std::string written;
  for (const std::string& name : benchmark_files())
    if (name.find('*') == std::string::npos || !results.tables.empty())
      written += fmt::format("{}{}", written.empty() ? "" : "  ", in_folder(folder, name));
  talk.say(written);
}

} // namespace joinedup
