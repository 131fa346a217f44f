#include "cli/talk.hpp"

#include "base/render.hpp"
#include "cli/reconciliation_text.hpp"
#include "pipeline/file_store.hpp"
#include "pipeline/scorers.hpp"

#include <fmt/format.h>

namespace joinedup {

namespace {

Diagnostics without_notes(const Diagnostics& diagnostics) {
  Diagnostics out;
  for (const Diagnostic& d : diagnostics.all()) {
    if (d.severity != Severity::note) out.add(d);
  }
  return out;
}

} // namespace

void Talk::diagnostics(const Diagnostics& diagnostics) {
  const Diagnostics& shown = diagnostics;
  if (options_.quiet && diagnostics.count(Severity::note) > 0) {
    const Diagnostics fewer = without_notes(diagnostics);
    console_.err(options_.json ? render_json_lines(fewer) : render_text(fewer, options_.colour));
    return;
  }
  console_.err(options_.json ? render_json_lines(shown) : render_text(shown, options_.colour));
}

bool Talk::refuses_output(const Diagnostics& diagnostics) {
  const bool refuses = options_.strict && diagnostics.count(Severity::warning) > 0;
  if (refuses) say(" no output: with --strict warnings are errors");
  return refuses;
}

void Talk::say(std::string_view line) {
  if (options_.quiet) return;
  console_.err(options_.json ? fmt::format("{{\"say\":{}}}\n", json_quoted(line)) : fmt::format("{}\n", visible(line)));
}

void Talk::reconciliation(const Reconciliation& reconciliation) {
  if (options_.quiet) return;
  if (options_.json) {
    console_.err(reconciliation_json(reconciliation));
    return;
  }
  for (const std::string& line : reconciliation_lines(reconciliation))
    say(" " + line);
}

void Talk::settings(const std::vector<Setting>& settings, const std::vector<InputInfo>& inputs) {
  if (!options_.verbose) return;
  for (const Setting& setting : settings) {
    if (setting.from == from_notice)
      say(fmt::format(" note {}: {}", setting.name, setting.value));
    else
      say(fmt::format(" set {} = {} ({})", setting.name, setting.value, setting.from));
  }
  for (const InputInfo& input : inputs)
    say(fmt::format(" input {} ({}{}) sha256 {}", input.name, input.role,
                    input.origin.empty()       ? ""
                    : input.origin == built_in ? ", built in"
                                               : ", from " + input.origin,
                    input.sha256));
}

} // namespace joinedup
