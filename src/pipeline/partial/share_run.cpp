#include "pipeline/partial/share_run.hpp"

#include "base/text.hpp"
#include "model/path_options.hpp"
#include "pipeline/partial/share_limits.hpp"
#include "pipeline/partial/shared_partial.hpp"
#include "pipeline/partial/shared_people.hpp"
#include "pipeline/run_checks.hpp"
#include "pipeline/survey_account.hpp"
#include "pipeline/whole_area.hpp"

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

} // namespace

Outcome<AggregateOutcome> run_share(const AggregateRequest& request, FileStore& files) {
  RecordingStore recorder(files);
  const Library library(recorder);
  Outcome<BenchmarkSetup> setup = set_up_benchmark(request.benchmark, library, recorder);
  Diagnostics said = std::move(setup.diagnostics);
  const auto failure = [&said] { return Outcome<AggregateOutcome>::failure(std::move(said)); };
  if (!setup) return failure();
  said.merge(share_limits(request.benchmark, *setup));
  if (setup->geography() == nullptr) // the results ask which of them know the areas
    for (const std::string& id : library.geography_ids())
      static_cast<void>(library.geography(id));
  const auto tape = without_folders(recorder.take());
  if (!tape)
    said.error("J176", {}, "--share does without folders: two files of the run have one name", "rename one of them");
  if (said.has_errors()) return failure();
  setup->keep.emplace(); // groups are known when all records are
  const SurveyRequest& survey = request.benchmark.survey;
  SurveyReading reading =
      read_surveys(*setup, inputs_in_order(*setup),
                   {survey.set_rejects_aside, survey.show_values, false, survey.threads, survey.block_bytes}, recorder);
  SurveyAccount account = account_of(reading, *setup);
  said.merge(account.said);
  if (said.has_errors() && !(survey.set_rejects_aside && only_rejected_records(said))) return failure();
  const Diagnostics whole = whole_among_areas(reading.names->areas, library);
  said.merge(whole);
  const AreaDictionary& areas = reading.names->areas;
  const std::uint64_t minimum = std::max(least_people, setup->study.study.disclosure.minimum);
  const auto as_it_is = [](std::uint32_t number) { return number; };
  reading.sums->kept->put_in_order(as_it_is, as_it_is, as_it_is, as_it_is); // within an area no thread decides
  const SharedPeople people = shared_people(*reading.sums->kept, setup->design(), minimum,
                                            [&](std::uint32_t number) { return areas.code(number); });
  Diagnostics withheld;
  say(people, setup->with_weights, withheld);
  said.merge(withheld);
  if (whole.has_errors() || withheld.has_errors()) return failure();

  SharedPartial partial;
  partial.version = version;
  partial.options = options_to_share(request.options);
  partial.tape = *tape;
  partial.weights = setup->with_weights;
  partial.strata = setup->with_strata;
  for (const std::string& id : setup->design().indicators)
    (partial.index_indicators.size() < setup->design().index_indicators ? partial.index_indicators : partial.companions)
        .push_back(id);
  partial.full = people.full;
  partial.part = people.part;
  partial.none = people.none;
  partial.withheld = account_for(people.withheld, !areas.takes_codes_as_found());
  people.sums.each_cell([&](std::uint32_t area, std::uint32_t stratum, const CellFigures& figures) {
    const std::string text = setup->with_strata ? reading.names->strata.text(stratum) : "";
    partial.cells.push_back({areas.code(area), text, figures});
  });
  std::ranges::sort(partial.cells, {}, [](const SharedCell& cell) { return std::tie(cell.area, cell.stratum); });

  AggregateOutcome out;
  out.rejects = std::move(reading.rejects);
  out.reconciliation = std::move(account.reconciliation);
  out.inputs = std::move(account.inputs);
  for (const auto& list : {setup->study.files, setup->survey.files, setup->tables.files, setup->scorers.files()})
    out.inputs.insert(out.inputs.end(), list.begin(), list.end());
  out.settings = setup->study.settings;
  out.settings.insert(out.settings.end(), setup->survey.settings.begin(), setup->survey.settings.end());
  out.partial = shared_text(partial);
  return {std::move(out), std::move(said)};
}

} // namespace joinedup
