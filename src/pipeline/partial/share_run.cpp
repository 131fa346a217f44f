#include "pipeline/partial/share_run.hpp"

#include "base/text.hpp"
#include "model/path_options.hpp"
#include "pipeline/partial/partial_reading.hpp"
#include "pipeline/partial/share_limits.hpp"
#include "pipeline/partial/shared_partial.hpp"
#include "pipeline/partial/shared_people.hpp"

#include <joinedup/version.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <tuple>

namespace joinedup {

namespace {

/// Smaller groups are withheld whatever a study says of the results.
constexpr std::uint64_t least_people = 10;

/// Options by which a survey is read: the house's own matter, and of no use to those who merge.
constexpr std::array<std::string_view, 18> of_reading{"--id",
                                                      "--from",
                                                      "--encoding",
                                                      "--encoding-errors",
                                                      "--delimiter",
                                                      "--decimal",
                                                      "--header-rows",
                                                      "--no-header",
                                                      "--duplicate-headers",
                                                      "--skip",
                                                      "--dictionary",
                                                      "--sheet",
                                                      "--count",
                                                      "--keep",
                                                      "--rejects",
                                                      "--missing",
                                                      "--dedupe",
                                                      "--include-partial"};

/// Without folders, which tell of the house. Empty where two files are of one name.
std::optional<DefinitionTape> without_folders(const DefinitionTape& tape) {
  DefinitionTape out = tape;
  out.texts.clear();
  out.folders.clear();
  for (const auto& [path, text] : tape.texts)
    if (const auto [at, is_new] = out.texts.emplace(file_name(path), text); !is_new && at->second != text)
      return std::nullopt;
  for (auto& [name, one] : out.definitions)
    if (one.origin != built_in) one.origin = file_name(one.origin);
  return out;
}

std::map<std::string, std::vector<std::string>>
options_to_share(const std::map<std::string, std::vector<std::string>>& options) {
  std::map<std::string, std::vector<std::string>> out;
  for (const auto& [name, values] : options) {
    if (std::ranges::find(of_reading, name) != of_reading.end()) continue;
    std::vector<std::string>& kept = out[name];
    for (const std::string& value : values)
      kept.push_back(with_paths(name, value, [](const std::string& path) { return file_name(path); }));
  }
  return out;
}

WithheldAccount account_for(const WithheldPeople& withheld, bool areas_known) {
  WithheldAccount out;
  out.people = withheld.people > 0;
  out.at_least = withheld.people / least_people * least_people;
  if (areas_known) out.areas.assign(withheld.areas.begin(), withheld.areas.end());
  out.unnamed_areas = withheld.areas.size() - out.areas.size();
  for (const auto& [measure, areas] : withheld.measures)
    out.measures[measure].assign(areas.begin(), areas.end());
  return out;
}

void say(const SharedPeople& people, bool weights, Diagnostics& said) {
  const std::uint64_t shared = people.full + people.part + people.none, all = shared + people.withheld.people;
  const std::string hint = weights ? "groups are of one area, stratum and weight: weights that differ from person to "
                                     "person leave nothing, weights of few steps do"
                                   : "docs/batch.md says which groups are withheld";
  if (people.full + people.part == 0)
    return said.error("J177", {}, fmt::format("nothing to share: all of {} people are withheld", with_thousands(all)),
                      hint);
  if (people.withheld.people > 0)
    said.note("J178", {},
              fmt::format("{} of {} people are withheld, and all of {} areas", with_thousands(people.withheld.people),
                          with_thousands(all), people.withheld.areas.size()),
              hint);
  for (const auto& [measure, areas] : people.withheld.measures)
    said.note("J178", {}, fmt::format("companion {} is withheld in {} areas", measure, areas.size()));
}

SharedPartial partial_of(const AggregateRequest& request, const BenchmarkSetup& setup, DefinitionTape tape,
                         const SurveyNames& names, const SharedPeople& people) {
  SharedPartial out;
  out.version = version;
  out.options = options_to_share(request.options);
  out.tape = std::move(tape);
  out.weights = setup.with_weights;
  out.strata = setup.with_strata;
  const SumsDesign design = setup.design();
  for (const std::string& id : design.indicators)
    (out.index_indicators.size() < design.index_indicators ? out.index_indicators : out.companions).push_back(id);
  out.full = people.full;
  out.part = people.part;
  out.none = people.none;
  out.withheld = account_for(people.withheld, !names.areas.takes_codes_as_found());
  people.sums.each_cell([&](std::uint32_t area, std::uint32_t stratum, const CellFigures& figures) {
    out.cells.push_back({names.areas.code(area), setup.with_strata ? names.strata.text(stratum) : "", figures});
  });
  std::ranges::sort(out.cells, {}, [](const SharedCell& cell) { return std::tie(cell.area, cell.stratum); });
  return out;
}

} // namespace

Outcome<AggregateOutcome> run_share(const AggregateRequest& request, FileStore& files) {
  RecordingStore recorder(files);
  const Library library(recorder);
  Outcome<BenchmarkSetup> setup = set_up_benchmark(request.benchmark, library, recorder);
  Diagnostics said = std::move(setup.diagnostics);
  const auto failure = [&said] { return Outcome<AggregateOutcome>::failure(std::move(said)); };
  if (!setup) return failure();
  said.merge(share_limits(request.benchmark, *setup));
  look_at_geographies(*setup, library);
  auto tape = without_folders(recorder.take());
  if (!tape)
    said.error("J176", {}, "--share does without folders: two files of the run have one name", "rename one of them");
  if (said.has_errors()) return failure();
  setup->keep.emplace(); // groups are known when all records are
  auto read =
      read_for_partial(*setup, inputs_in_order(*setup), request.benchmark.survey, false, library, recorder, said);
  if (!read) return failure();
  SurveyNames& names = *read->reading.names;
  ScoredRecords& records = *read->reading.sums->kept;
  const auto as_it_is = [](std::uint32_t number) { return number; };
  records.put_in_order(as_it_is, as_it_is, as_it_is, as_it_is); // within an area no thread decides
  const SharedPeople people =
      shared_people(records, setup->design(), std::max(least_people, setup->study.study.disclosure.minimum),
                    [&names](std::uint32_t number) { return names.areas.code(number); });
  Diagnostics withheld;
  say(people, setup->with_weights, withheld);
  said.merge(withheld);
  if (withheld.has_errors()) return failure();
  AggregateOutcome out = outcome_of(*read, *setup);
  out.partial = shared_text(partial_of(request, *setup, std::move(*tape), names, people));
  return {std::move(out), std::move(said)};
}

} // namespace joinedup
