// run.json: the run record (RULINGS R30). No clock, no folders, no thread count: the same run, the same bytes.
#include "base/render.hpp"
#include "model/results_form.hpp"
#include "report/hide.hpp"
#include "report/json/spec_json.hpp"
#include "report/json/values.hpp"
#include "report/writers.hpp"

#include <algorithm>
#include <tuple>

namespace joinedup {
namespace {

std::vector<InputInfo> by_name(std::vector<InputInfo> inputs) {
  std::ranges::sort(inputs, {}, [](const InputInfo& i) { return std::tuple(file_name(i.name), i.sha256, i.role); });
  return inputs;
}

/// Empty for a run that no command line asked for.
OrderedJson json_command(const CommandRecord& command) {
  OrderedJson options = OrderedJson::object();
  for (const auto& [name, values] : command.options)
    options[name] = values;
  return {{"name", "benchmark"}, {"options", options}, {"files", command.files}};
}

OrderedJson json_diagnostics(const Diagnostics& diagnostics) {
  std::vector<Diagnostic> all = diagnostics.all();
  std::ranges::stable_sort(
      all, {}, [](const Diagnostic& d) { return std::tuple(file_name(d.where.file), d.where.line, d.where.column); });
  OrderedJson out = OrderedJson::array();
  for (const Diagnostic& d : all)
    out.push_back({{"severity", std::string(words(d.severity))},
                   {"code", d.code},
                   {"file", file_name(d.where.file)},
                   {"line", d.where.line},
                   {"column", d.where.column},
                   {"heading", d.where.heading},
                   {"message", d.message},
                   {"hint", d.hint}});
  return out;
}

} // namespace

std::string run_json(const RunResults& raw, const CommandRecord& command) {
  const RunResults results = without_hidden(raw);
  OrderedJson counts = OrderedJson::object();
  for (const auto& [code, count] : results.diagnostics.counts())
    counts[code] = count;
  const OrderedJson out = {{"format", run_record_format},
                           {"joinedup", results.version},
                           {"command", json_command(command)},
                           {"seed", results.study.seed},
                           {"inputs", json_inputs(by_name(results.inputs))},
                           {"settings", json_settings(results.settings)},
                           {"study", json_study(results.study)},
                           {"index", json_index(results.index)},
                           {"reconciliation", json_reconciliation(results.reconciliation)},
                           {"suppression", results.suppression_log},
                           {"diagnostics", json_diagnostics(results.diagnostics)},
                           {"diagnostic_counts", counts}};
  return json_text(out);
}

std::string run_json(const RunResults& results) { return run_json(results, {}); }

} // namespace joinedup
