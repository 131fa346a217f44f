#include "pipeline/simulate_run.hpp"

#include "definitions/simulation.hpp"
#include "pipeline/library.hpp"
#include "simulate/simulator.hpp"

#include <fmt/format.h>

namespace joinedup {

namespace {

constexpr const char* definition_name = "simulation.json";

std::vector<std::string> notes(const SimulationSpec& spec, const Geography& geography, std::uint64_t seed) {
  std::vector<std::string> out = spec.notes;
  out.push_back(fmt::format("{} version {}, geography {}, seed {}", spec.id, spec.version, geography.id, seed));
  return out;
}

} // namespace

Outcome<std::vector<std::string>> run_simulate(const SimulateRequest& request, FileStore& files,
                                               const std::function<void(std::string_view)>& write) {
  using Notes = Outcome<std::vector<std::string>>;
  const auto text = files.definition(definition_name);
  if (!text) {
    Diagnostics d;
    d.error("J503", {}, fmt::format("no definition \"{}\"", definition_name),
            "it is shipped with joinedup: the installation is incomplete");
    return Notes::failure(std::move(d));
  }
  Outcome<SimulationSpec> spec = read_simulation(*text, definition_name);
  if (!spec) return Notes::failure(std::move(spec.diagnostics));
  Outcome<Geography> geography =
      Library(files).geography(request.geography.empty() ? spec->geography : request.geography);
  Diagnostics diagnostics = std::move(spec.diagnostics);
  diagnostics.merge(geography.diagnostics);
  if (!geography) return Notes::failure(std::move(diagnostics));
  if (geography->areas.empty()) {
    diagnostics.error("J503", {geography->file, 0, 0, ""}, "this geography has no areas, so nobody can be placed");
    return Notes::failure(std::move(diagnostics));
  }
  simulate(*spec, *geography, request.records, request.seed, write);
  return {notes(*spec, *geography, request.seed), std::move(diagnostics)};
}

} // namespace joinedup
