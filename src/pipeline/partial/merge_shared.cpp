#include "pipeline/partial/merge_shared.hpp"

#include "base/text.hpp"
#include "pipeline/benchmark_results.hpp"
#include "pipeline/partial/compare_shared.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

namespace joinedup {

namespace {

/// The tape knows files by their names alone.
class NamedReplay final : public FileStore {
public:
  explicit NamedReplay(const DefinitionTape& tape) : replay_(tape) {}

  std::optional<std::string> text(const std::string& path) override { return replay_.text(file_name(path)); }
  std::unique_ptr<ByteSource> open(const std::string& /*path*/) override { return nullptr; }
  std::optional<std::string> definition(const std::string& name) override { return replay_.definition(name); }
  std::string origin(const std::string& name) override { return replay_.origin(name); }
  std::vector<std::string> definitions(const std::string& folder, const std::string& ending) override {
    return replay_.definitions(folder, ending);
  }

private:
  ReplayingStore replay_;
};

void count(const SharedPartial& one, RecordTally& tally) {
  tally.see(ScoreStatus::ok);
  tally.finish(one.full);
  tally.see(ScoreStatus::ok);
  tally.see(ScoreStatus::missing);
  tally.finish(one.part);
  tally.see(ScoreStatus::missing);
  tally.finish(one.none);
}

/// False where an area of it is none of the geography's.
bool add(const SharedPartial& one, const BenchmarkSetup& setup, SurveyReading& reading) {
  for (const SharedCell& cell : one.cells) {
    const std::uint32_t area = reading.names->areas.number_of_code(cell.area);
    if (area == no_number) return false;
    const std::uint32_t stratum = setup.with_strata ? reading.names->strata.number(cell.stratum) : 0;
    reading.sums->sums.add_cell(area, stratum, cell.figures);
    for (std::size_t k = 0; k < cell.figures.measures.size(); ++k)
      reading.found[k] = reading.found[k] || cell.figures.measures[k].n > 0;
  }
  count(one, reading.sums->tally);
  FileReading file;
  file.path = one.path;
  file.reading.read = one.full + one.part + one.none;
  file.info = {record_name(one.path), one.sha256, "shared partial", file.reading.read};
  reading.files.push_back(std::move(file));
  return true;
}

std::vector<std::string> notices_of(const std::vector<SharedPartial>& partials) {
  std::vector<std::string> names, out;
  std::set<std::string> areas, shown;
  std::map<std::string, std::set<std::string>> measures;
  std::uint64_t at_least = 0, unnamed = 0;
  bool people = false;
  for (const SharedPartial& one : partials) {
    const WithheldAccount& withheld = one.withheld;
    names.push_back(file_name(one.path));
    people = people || withheld.people;
    at_least += withheld.at_least;
    unnamed += withheld.unnamed_areas;
    areas.insert(withheld.areas.begin(), withheld.areas.end());
    for (const SharedCell& cell : one.cells)
      shown.insert(cell.area);
    for (const auto& [measure, where] : withheld.measures)
      measures[measure].insert(where.begin(), where.end());
  }
  out.push_back(fmt::format("Made from shared partials ({}), which hold sums over groups of ten people or more.",
                            join(names, ", ")));
  if (!people) {
    out.emplace_back("They withhold nobody.");
  } else {
    std::string text = at_least == 0 ? "They withhold a few people"
                                     : fmt::format("They withhold {} people or more", with_thousands(at_least));
    text += ", who are in no figure here, so means may differ from those of all who answered";
    if (!areas.empty())
      text += fmt::format("; one or another of them has nobody of {}", join({areas.begin(), areas.end()}, ", "));
    if (unnamed > 0) text += fmt::format("; areas that are not named have nobody: {}", unnamed);
    out.push_back(text + ".");
  }
  for (const auto& [measure, where] : measures)
    out.push_back(fmt::format("They withhold {} of {}.", measure,
                              where == shown ? "all areas" : join({where.begin(), where.end()}, ", ")));
  return out;
}

} // namespace

Outcome<SharedSet> read_shared(const std::vector<std::string>& paths, FileStore& files) {
  Diagnostics said;
  SharedSet out;
  for (const std::string& path : paths) {
    const Position where{file_name(path), 0, 0, ""};
    const auto text = files.text(path);
    if (!text) {
      said.error("J301", where, "cannot read this partial", "check the path");
      continue;
    }
    if (!is_shared_partial(*text)) {
      said.error("J175", where, "made without --share, and shared partials are merged with their like alone",
                 "joinedup aggregate --share makes it of the same survey");
      continue;
    }
    Outcome<SharedPartial> one = read_shared_partial(path, *text);
    said.merge(one.diagnostics);
    if (one) out.partials.push_back(std::move(*one));
  }
  std::ranges::sort(out.partials, {}, [](const SharedPartial& p) { return std::tuple(file_name(p.path), p.sha256); });
  said.merge(compare_shared(out.partials));
  if (said.has_errors()) return Outcome<SharedSet>::failure(std::move(said));
  return {std::move(out), std::move(said)};
}

Outcome<BenchmarkOutcome> merge_shared(const SharedSet& set, const BenchmarkRequest& request) {
  const SharedPartial& first = set.partials.front();
  NamedReplay replay(first.tape);
  const Library library(replay);
  Outcome<BenchmarkSetup> setup = set_up_benchmark(request, library, replay);
  Diagnostics said = std::move(setup.diagnostics);
  if (!setup) return Outcome<BenchmarkOutcome>::failure(std::move(said));
  setup->with_weights = first.weights;
  setup->with_strata = first.strata;
  setup->cases.clear(); // shares of catch-all answers are not shared
  std::vector<std::string> measures = first.index_indicators;
  measures.insert(measures.end(), first.companions.begin(), first.companions.end());
  SurveyReading reading(*setup);
  for (const SharedPartial& one : set.partials)
    if (setup->design().indicators != measures || !add(one, *setup, reading))
      said.error("J314", {file_name(one.path), 0, 0, ""}, "damaged: its sums are not those of its index and geography",
                 "ask for it again: joinedup aggregate --share makes it");
  if (said.has_errors()) return Outcome<BenchmarkOutcome>::failure(std::move(said));
  Outcome<BenchmarkOutcome> out = benchmark_results(request, library, *setup, reading, std::move(said));
  if (!out) return out;
  const std::vector<std::string> notices = notices_of(set.partials);
  out->results.notices.insert(out->results.notices.begin(), notices.begin(), notices.end());
  return out;
}

} // namespace joinedup
