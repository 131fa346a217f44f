#include "pipeline/compare_run.hpp"

#include "base/text.hpp"
#include "exports/record_memory.hpp"
#include "pipeline/compare_hiding.hpp"
#include "pipeline/compare_places.hpp"
#include "pipeline/compare_rows.hpp"
#include "pipeline/matching.hpp"
#include "pipeline/open_input.hpp"
#include "pipeline/record_tally.hpp"
#include "pipeline/respondent_gaps.hpp"
#include "pipeline/run_checks.hpp"
#include "pipeline/scorers.hpp"
#include "pipeline/whole_area.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace joinedup {

namespace {

struct BlockOfPeople final : BlockProduct {
  ComparedBlock block;
};

class CompareRun {
public:
  CompareRun(const CompareRequest& request, FileStore& files) : request_(request), files_(files), library_(files) {}

  Outcome<CompareOutcome> run() {
    if (prepare()) {
      for (const SurveyInput& input : setup_.inputs)
        read(input);
      diagnostics_.merge(repeated_inputs(out_.results.inputs));
      diagnostics_.merge(whole_among_areas(*areas_, library_));
    }
    const bool completed = request_.survey.set_rejects_aside && only_rejected_records(diagnostics_);
    if ((!diagnostics_.has_errors() || completed) && check_sides()) finish();
    if (diagnostics_.has_errors() && !completed) return Outcome<CompareOutcome>::failure(std::move(diagnostics_));
    return {std::move(out_), std::move(diagnostics_)};
  }

private:
  bool prepare() {
    Outcome<SurveySetup> setup = set_up_survey(request_.survey, nullptr, "", files_);
    diagnostics_.merge(setup.diagnostics);
    if (!setup) return false;
    setup_ = std::move(*setup);
    // In order of name, so that nothing depends on the order in which the files were given.
    put_in_order_of_name(setup_.inputs);
    out_.results.settings = setup_.settings;
    Outcome<Scorers> scorers =
        Scorers::load(instruments_to_look_for(request_.survey, setup_, library_), library_, setup_);
    diagnostics_.merge(scorers.diagnostics);
    if (!scorers) return false;
    scorers_ = std::move(*scorers);
    diagnostics_.merge(scorers_->check_choices(setup_));
    name_sides();
    if (!diagnostics_.has_errors()) check_inputs();
    areas_ = std::make_unique<AreaDictionary>(nullptr, setup_.lookup ? &*setup_.lookup : nullptr);
    return !diagnostics_.has_errors();
  }

  /// Waves that the maps name, in their order.
  std::vector<std::string> waves_of_maps() const {
    std::vector<std::string> out;
    for (const SurveyInput& input : setup_.inputs) {
      for (const Administration& a : input.map.administrations) {
        if (!a.wave.empty() && std::find(out.begin(), out.end(), a.wave) == out.end()) out.push_back(a.wave);
      }
    }
    return out;
  }

  void name_sides() {
    const std::vector<std::string> waves = waves_of_maps();
    in_map_ = request_.by.empty() && !waves.empty();
    frame_.paired = request_.by.empty();
    std::vector<std::string> names = request_.between;
    if (names.empty() && in_map_ && waves.size() == 2) names = waves;
    if (names.size() != 2 || names[0] == names[1]) {
      diagnostics_.error("J104", {}, "compare needs two waves or groups, and the order in which they are compared",
                         waves.empty() ? "--wave COL or --by COL, with --between FIRST,SECOND"
                                       : fmt::format("--between two of {}", join(waves, ", ")));
      return;
    }
    for (std::size_t k = 0; k < 2; ++k) {
      frame_.names[k] = names[k];
      if (in_map_ && std::find(waves.begin(), waves.end(), names[k]) == waves.end())
        diagnostics_.error("J104", {}, fmt::format("--between names \"{}\", which is no wave of the map", names[k]),
                           fmt::format("waves: {}", join(waves, ", ")));
    }
  }

  void check_inputs() {
    for (const SurveyInput& input : setup_.inputs) {
      const Position where{file_name(input.path), 0, 0, ""};
      frame_.by_area = frame_.by_area || input.map.area.has_value();
      if (request_.by.empty() && !in_map_ && input.map.wave.empty())
        diagnostics_.error("J104", where, "nothing says which wave or group a record belongs to",
                           "--wave COL or --by COL, with --between FIRST,SECOND, or a map whose administrations name "
                           "their waves");
      if (request_.by.empty() && !in_map_ && input.map.record.empty())
        diagnostics_.error("J104", where, "waves in separate records need the column that names the person",
                           "--id COL; for groups of different people, --by COL in place of --wave");
      if (!input.map.count.empty())
        diagnostics_.error("J433", where, "a row that stands for many records cannot be followed from wave to wave",
                           "leave --count out, with a row a person");
      if (!input.map.weight.empty() && diagnostics_.count("J434") == 0)
        diagnostics_.note("J434", {}, "weights are not used: figures describe the answers as they are");
    }
    for (const SurveyInput& input : setup_.inputs) {
      if (frame_.by_area && !input.map.area)
        diagnostics_.error("J103", {file_name(input.path), 0, 0, ""}, "no column of areas is named",
                           "--area COLUMN, or \"area\" in the map of each file");
    }
  }

  ReadingRequest reading_request(const SurveyInput& input, ComparePlaces& places) {
    ReadingRequest out;
    out.map = input.map;
    out.instruments = scorers_->instruments();
    out.known_instruments = scorers_->known_instruments();
    out.all_must_match = !request_.survey.instruments.empty();
    out.where = setup_.where;
    out.areas = frame_.by_area ? areas_.get() : nullptr;
    out.memory = &memory_;
    out.set_rejects_aside = request_.survey.set_rejects_aside;
    out.show_values = request_.survey.show_values;
    const std::string side = in_map_ ? "" : request_.by.empty() ? input.map.wave : request_.by;
    const std::string id = frame_.paired ? input.map.record : "";
    for (const std::string& name : {side, id}) {
      if (!name.empty()) out.keep.push_back(name);
    }
    if (!side.empty()) places.side = 0;
    if (!id.empty()) places.id = side.empty() || side == id ? 0 : 1;
    if (out.keep.empty()) out.keep = {"none"};
    places.names = frame_.names;
    places.by_area = frame_.by_area;
    return out;
  }

  void read(const SurveyInput& input) {
    Outcome<OpenInput> open = open_input(input.path, input.map.reader, files_);
    diagnostics_.merge(open.diagnostics);
    if (!open) return;
    ComparePlaces places;
    Outcome<ReadingPlan> plan = plan_reading(open->file, reading_request(input, places));
    diagnostics_.merge(plan.diagnostics);
    if (!plan || !place(open->file.name(), *plan, places)) return;
    std::vector<const ScoringPlan*> plans;
    for (const AdministrationPlan& a : plan->administrations)
      plans.push_back(&scorers_->plan(a.instrument));
    const std::size_t scores = frame_.scores.size();
    RespondentGaps gaps(*plan, *scorers_);
    Outcome<ReadSummary> summary = read_records(
        open->file, *plan, {request_.survey.threads, request_.survey.block_bytes},
        [&](RecordBlock& block) -> std::unique_ptr<BlockProduct> {
          auto out = std::make_unique<BlockOfPeople>();
          out->block = compared_block(block, plans, places, scores);
          gaps.see(block);
          return out;
        },
        [&](std::unique_ptr<BlockProduct> product) {
          const ComparedBlock& part = static_cast<const BlockOfPeople&>(*product).block;
          records_.add(part, scores);
          tally_.merge(part.tally);
        });
    diagnostics_.merge(summary.diagnostics);
    if (!summary) return;
    diagnostics_.merge(gaps.warnings(open->file.name()));
    add_reading(*summary, out_.results.reconciliation);
    append_rejects(out_.rejects, summary->rejects);
    out_.results.inputs.push_back(input_info(input.path, *open, *summary));
  }

  /// Scores of the first file decide; a later file may lack some, and may not bring others.
  bool place(const std::string& file, const ReadingPlan& plan, ComparePlaces& places) {
    if (request_.survey.instruments.empty())
      diagnostics_.merge(ambiguous_instruments(file, plan, scorers_->instruments()));
    diagnostics_.merge(scorers_->lacking_columns(plan, file));
    for (const AdministrationPlan& a : plan.administrations) {
      if (!scorers_->compiled(a.instrument)) diagnostics_.merge(scorers_->compile(a.instrument, setup_, files_, {}));
    }
    if (diagnostics_.has_errors()) return false;
    const std::size_t before = frame_.scores.size();
    places.sides = compare_places(plan, *scorers_, frame_.names, in_map_, frame_.scores);
    if (before != 0 && frame_.scores.size() != before)
      diagnostics_.error("J124", {file, 0, 0, ""}, "this file would give other columns than the first one",
                         "compare files with the same questionnaires, or give a map that makes them alike");
    if (frame_.scores.empty()) diagnostics_.merge(no_instrument_found(file));
    return !diagnostics_.has_errors();
  }

  /// Areas of few records that no look-up knows are in the total alone.
  void leave_out_areas() {
    if (!frame_.by_area) return;
    std::map<std::string, std::uint64_t> most; // records of the side that has more
    for (std::size_t s = 0; s < 2; ++s) {
      std::map<std::string, std::uint64_t> records;
      for (const std::uint32_t number : records_.side(s).area)
        ++records[areas_->code(number)];
      for (const auto& [code, n] : records)
        most[code] = std::max(most[code], n);
    }
    const std::set<std::string> left_out = areas_not_to_name(most, *areas_, frame_.minimum, diagnostics_);
    std::erase_if(out_.results.rows, [&](const ComparisonRow& row) { return left_out.contains(row.area_code); });
  }

  bool check_sides() {
    for (std::size_t s = 0; s < 2; ++s) {
      if (!records_.side(s).person.empty()) continue;
      diagnostics_.error("J435", {}, fmt::format("no record has a score in \"{}\"", frame_.names[s]),
                         in_map_ ? "check the map's columns of that wave"
                                 : "--between names the cells of the column exactly as they stand");
    }
    return !diagnostics_.has_errors();
  }

  void finish() {
    if (frame_.paired && records_.repeated() + records_.without_id + records_.on_one_side() > 0)
      diagnostics_.note("J436", {},
                        fmt::format("not paired: {} people met in one wave only, {} with more than one record in a "
                                    "wave, {} records without an id; they count in the figures of their wave",
                                    with_thousands(records_.on_one_side()), with_thousands(records_.repeated()),
                                    with_thousands(records_.without_id)));
    if (records_.elsewhere > 0)
      diagnostics_.note("J437", {},
                        fmt::format("{} records belong to neither {} nor {}", with_thousands(records_.elsewhere),
                                    frame_.names[0], frame_.names[1]));
    tally_.add_to(out_.results.reconciliation);
    out_.results.settings.push_back({"between", join({frame_.names[0], frame_.names[1]}, ", "), "option"});
    for (const Setting& s : scorers_->settings())
      out_.results.settings.push_back(s);
    for (const Setting& s : scorers_->notices())
      out_.results.settings.push_back(s);
    out_.results.rows = compare_rows(records_, frame_, [this](std::uint32_t number) { return areas_->code(number); });
    leave_out_areas();
    const auto& rows = out_.results.rows;
    if (std::any_of(rows.begin(), rows.end(),
                    [](const ComparisonRow& row) { return row.status == "suppressed" || row.category == "pooled"; }))
      diagnostics_.note("J439", {},
                        fmt::format("hidden: figures on fewer than {} people, categories of 1 to {}, and what would "
                                    "give them away by subtraction",
                                    frame_.minimum, fewest_in_category - 1),
                        "docs/compare.md has the rules");
  }

  const CompareRequest& request_;
  FileStore& files_;
  Library library_;
  SurveySetup setup_;
  std::optional<Scorers> scorers_;
  std::unique_ptr<AreaDictionary> areas_;
  bool in_map_ = false; ///< waves are administrations of the map
  CompareFrame frame_;
  ComparedRecords records_;
  RecordMemory memory_;
  RecordTally tally_;
  CompareOutcome out_;
  Diagnostics diagnostics_;
};

} // namespace

Outcome<CompareOutcome> run_compare(const CompareRequest& request, FileStore& files) {
  return CompareRun(request, files).run();
}

} // namespace joinedup
