#include "cli/benchmark_output.hpp"

#include "cli/summary.hpp"

#include "report/outputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

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

void write_benchmark(const RunResults& results, const CommandRecord& command, OutputFolder& folder) {
  for (const OutputText& output : run_outputs(results, command))
    folder.write(output.name, output.text);
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
  for (const char* name :
       {"index.csv", "indicators.csv", "report.html", "workbook.xlsx", "results.json", "datapackage.json", "run.json"})
    written += fmt::format("{}{}", written.empty() ? "" : "  ", in_folder(folder, name));
  if (!results.tables.empty()) written += "  " + in_folder(folder, "table_*.csv");
  talk.say(written);
}

} // namespace joinedup
