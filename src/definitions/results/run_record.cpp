#include "definitions/run_record.hpp"

#include "definitions/results/parts.hpp"
#include "model/results_form.hpp"

#include <optional>
#include <utility>

namespace joinedup {

namespace {

CommandRecord read_command(Fields fields) {
  CommandRecord out;
  fields.word_if("name", {"benchmark"});
  if (const auto options = fields.need("options", "an object of lists of texts"))
    for (const auto& [name, values] : options->members())
      out.options[name] = said_list(values);
  out.files = said_list(fields, "files");
  if (fields.good() && out.options.empty() && out.files.empty())
    fields.error("J592", "options", "this run was not made by a command line, so that none can repeat it");
  fields.done();
  return out;
}

RunRecord read_root(Fields& root) {
  RunRecord out;
  root.find("format");
  out.version = said(root, "joinedup");
  out.command = read_command(root.object("command"));
  out.inputs = read_inputs(root);
  out.settings = read_settings(root);
  for (const char* kept_for_people :
       {"seed", "study", "index", "reconciliation", "suppression", "diagnostics", "diagnostic_counts"})
    root.find(kept_for_people);
  root.done();
  return out;
}

} // namespace

Outcome<RunRecord> read_run_record(std::string_view text, const std::string& file) {
  Outcome<JsonSource> source = parse_json(text, file);
  Diagnostics diagnostics = std::move(source.diagnostics);
  if (!source) return Outcome<RunRecord>::failure(std::move(diagnostics));
  Faults faults;
  std::optional<RunRecord> out;
  if (has_format(*source, run_record_format, "run.json", faults)) {
    Fields root(*source, faults);
    out = read_root(root);
  }
  faults.move_into(diagnostics);
  if (diagnostics.has_errors()) return Outcome<RunRecord>::failure(std::move(diagnostics));
  return {std::move(*out), std::move(diagnostics)};
}

} // namespace joinedup
