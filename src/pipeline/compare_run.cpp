#include "pipeline/compare_run.hpp"

#include "base/edit_distance.hpp"
#include "base/text.hpp"
#include "exports/record_memory.hpp"
#include "pipeline/compare_hiding.hpp"
#include "pipeline/compare_names.hpp"
#include "pipeline/compare_places.hpp"
#include "pipeline/compare_rows.hpp"
#include "pipeline/compare_series.hpp"
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
  ComparedBlock block, earlier;
};

struct BlockOfSeries final : BlockProduct {
  SeriesSums sums;
};

/// The place of a heading among those kept, put there where it is new.
std::size_t kept_place(std::vector<std::string>& kept, const std::string& heading) {
  if (heading.empty()) return nowhere;
  const auto found = std::find(kept.begin(), kept.end(), heading);
  const auto place = static_cast<std::size_t>(found - kept.begin());
  if (found == kept.end()) kept.push_back(heading);
  return place;
}

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
    if (request_.series.empty())
      name_two();
    else
      name_series();
    if (!diagnostics_.has_errors()) check_inputs();
    areas_ = std::make_unique<AreaDictionary>(nullptr, setup_.lookup ? &*setup_.lookup : nullptr);
    return !diagnostics_.has_errors();
  }

  void name_series() {
    const std::vector<std::string> waves = waves_of_maps(setup_.inputs);
    in_map_ = !waves.empty();
    Outcome<SeriesFrame> frame = series_frame(request_, in_map_ ? &waves : nullptr);
    diagnostics_.merge(frame.diagnostics);
    if (frame) series_ = std::move(*frame);
  }

  void name_two() {
    const std::vector<std::string> waves = waves_of_maps(setup_.inputs);
    in_map_ = request_.by.empty() && !waves.empty();
    frame_.paired = request_.by.empty();
    const Outcome<ComparedNames> found = compared_names(request_, in_map_ ? waves : std::vector<std::string>());
    diagnostics_.merge(found.diagnostics);
    if (!found) return;
    frame_.names = found->sides;
    frame_.arms = found->arms;
    arm_column_ = found->arm_column;
    if (!request_.links.empty()) overlap_ = request_.overlap.empty() ? frame_.names[0] : request_.overlap;
  }

  void check_inputs() {
    for (const SurveyInput& input : setup_.inputs) {
      const Position where{file_name(input.path), 0, 0, ""};
      frame_.by_area = frame_.by_area || input.map.area.has_value();
      if (request_.by.empty() && !in_map_ && input.map.wave.empty())
        diagnostics_.error("J104", where, "nothing says which wave or group a record belongs to",
                           "--wave COL or --by COL, with --between FIRST,SECOND, or a map whose administrations name "
                           "their waves");
      if (request_.by.empty() && !series_ && !in_map_ && input.map.record.empty())
        diagnostics_.error("J104", where, "waves in separate records need the column that names the person",
                           "--id COL; for groups of different people, --by COL in place of --wave");
      if (!input.map.count.empty())
        diagnostics_.error("J433", where, "a row that stands for many records cannot be followed from wave to wave",
                           "leave --count out, with a row a person");
      if (!input.map.weight.empty() && diagnostics_.count("J434") == 0)
        diagnostics_.note("J434", {}, "weights are not used: figures describe the answers as they are");
    }
    if (frame_.arms && !frame_.by_area)
      diagnostics_.error("J104", {}, "--arms needs areas: they are the clusters that the treated and others lie in",
                         "--area COLUMN, or \"area\" in the map");
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
    places.side = kept_place(out.keep, side);
    places.id = kept_place(out.keep, id);
    places.arm = kept_place(out.keep, arm_column_);
    if (out.keep.empty()) out.keep = {"none"};
    if (frame_.arms) places.arms = *frame_.arms;
    places.names = {frame_.names[0], frame_.names[1], overlap_};
    places.by_area = frame_.by_area;
    return out;
  }

  void read(const SurveyInput& input) {
    Outcome<OpenInput> open = open_input(input.path, input.map.reader, files_, Hashing::yes);
    diagnostics_.merge(open.diagnostics);
    if (!open) return;
    ComparePlaces places;
    Outcome<ReadingPlan> plan = plan_reading(open->file, reading_request(input, places));
    diagnostics_.merge(plan.diagnostics);
    if (!plan || !place(open->file.name(), *plan, places)) return;
    if (series_) return read_series(*open, *plan, places, input);
    ComparePlaces before = places;
    if (!request_.earlier.empty()) {
      before.names = {request_.earlier, frame_.names[0], ""};
      const auto sides = compare_places(*plan, *scorers_, {request_.earlier, frame_.names[0]}, in_map_, frame_.scores);
      before.sides = {sides[0], sides[1], {}};
    }
    const std::vector<const ScoringPlan*> plans = plans_of(*plan);
    const std::size_t scores = frame_.scores.size();
    RespondentGaps gaps(*plan, *scorers_);
    Outcome<ReadSummary> summary = read_records(
        open->file, *plan, {request_.survey.threads, request_.survey.block_bytes},
        [&](RecordBlock& block) -> std::unique_ptr<BlockProduct> {
          auto out = std::make_unique<BlockOfPeople>();
          out->block = compared_block(block, plans, places, scores);
          if (!request_.earlier.empty()) out->earlier = compared_block(block, plans, before, scores);
          gaps.see(block);
          return out;
        },
        [&](std::unique_ptr<BlockProduct> product) {
          const auto& part = static_cast<const BlockOfPeople&>(*product);
          records_.add(part.block, scores);
          tally_.merge(part.block.tally);
          if (!request_.earlier.empty()) earlier_.add(part.earlier, scores);
        });
    account(summary, gaps, *open, input);
  }

  void read_series(OpenInput& open, const ReadingPlan& plan, const ComparePlaces& places, const SurveyInput& input) {
    SeriesPlaces where;
    where.side = places.side;
    for (const std::string& wave : series_->waves)
      where.waves.push_back(compare_places(plan, *scorers_, {wave, wave}, in_map_, frame_.scores)[0]);
    const std::vector<const ScoringPlan*> plans = plans_of(plan);
    RespondentGaps gaps(plan, *scorers_);
    Outcome<ReadSummary> summary = read_records(
        open.file, plan, {request_.survey.threads, request_.survey.block_bytes},
        [&](RecordBlock& block) -> std::unique_ptr<BlockProduct> {
          auto out = std::make_unique<BlockOfSeries>();
          out->sums.see(block, plans, *series_, where);
          gaps.see(block);
          return out;
        },
        [&](std::unique_ptr<BlockProduct> product) {
          series_sums_.merge(static_cast<const BlockOfSeries&>(*product).sums);
        });
    account(summary, gaps, open, input);
  }

  std::vector<const ScoringPlan*> plans_of(const ReadingPlan& plan) const {
    std::vector<const ScoringPlan*> out;
    for (const AdministrationPlan& a : plan.administrations)
      out.push_back(&scorers_->plan(a.instrument));
    return out;
  }

  void account(const Outcome<ReadSummary>& summary, const RespondentGaps& gaps, OpenInput& open,
               const SurveyInput& input) {
    diagnostics_.merge(summary.diagnostics);
    if (!summary) return;
    diagnostics_.merge(gaps.warnings(open.file.name()));
    add_reading(*summary, out_.results.reconciliation);
    append_rejects(out_.rejects, summary->rejects);
    out_.results.inputs.push_back(input_info(input.path, open, *summary));
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
    const auto sides = compare_places(plan, *scorers_, frame_.names, in_map_, frame_.scores);
    places.sides = {sides[0], sides[1], {}};
    if (!overlap_.empty())
      places.sides[overlap_side] = compare_places(plan, *scorers_, {overlap_, overlap_}, in_map_, frame_.scores)[0];
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
    for (std::size_t w = 0; series_ && w < series_->waves.size(); ++w)
      if (series_sums_.empty(w)) no_score_in(series_->waves[w], "--series");
    if (series_) return !diagnostics_.has_errors();
    Outcome<std::vector<std::array<std::size_t, 2>>> links = linked_scores(request_, frame_.scores);
    diagnostics_.merge(links.diagnostics);
    if (links) frame_.links = std::move(*links);
    if (!overlap_.empty() && records_.side(overlap_side).person.empty()) no_score_in(overlap_, "--overlap");
    for (auto& [name, value] : request_.reliability) {
      const auto score = std::find_if(frame_.scores.begin(), frame_.scores.end(),
                                      [&name = name](const ComparedScore& s) { return s.id == name; });
      if (score != frame_.scores.end() && score->dimensions.empty()) {
        score->reliability = value;
        continue;
      }
      std::vector<std::string> known;
      for (const ComparedScore& one : frame_.scores)
        if (one.dimensions.empty()) known.push_back(one.id);
      const std::string near = suggestion(name, known);
      diagnostics_.error("J104", {}, fmt::format("--reliability names {}, which is no number that is compared", name),
                         near.empty() ? "scores: " + join(known, ", ") : near);
    }
    if (!request_.earlier.empty() && earlier_.side(0).person.empty())
      diagnostics_.error("J435", {}, fmt::format("no record has a score in \"{}\"", request_.earlier),
                         "--earlier names the cells of the wave before exactly as they stand");
    for (std::size_t s = 0; s < 2; ++s)
      if (records_.side(s).person.empty()) no_score_in(frame_.names[s], "--between");
    return !diagnostics_.has_errors();
  }

  void no_score_in(const std::string& wave, const std::string& option) {
    diagnostics_.error("J435", {}, fmt::format("no record has a score in \"{}\"", wave),
                       in_map_ ? "check the map's columns of that wave"
                               : option + " names the cells of the column exactly as they stand");
  }

  void finish() {
    if (series_)
      finish_series();
    else
      finish_two();
    const auto& rows = out_.results.rows;
    if (std::any_of(rows.begin(), rows.end(),
                    [](const ComparisonRow& row) { return row.status == "suppressed" || row.category == "pooled"; }))
      diagnostics_.note("J439", {},
                        fmt::format("hidden: figures on fewer than {} people, categories of 1 to {}, and what would "
                                    "give them away by subtraction",
                                    frame_.minimum, fewest_in_category - 1),
                        "docs/compare.md has the rules");
  }

  void finish_series() {
    if (series_sums_.elsewhere > 0)
      diagnostics_.note("J437", {},
                        fmt::format("{} records belong to none of the waves", with_thousands(series_sums_.elsewhere)));
    series_sums_.tally.add_to(out_.results.reconciliation);
    out_.results.settings.push_back({"series", join(series_->waves, ", "), "option"});
    out_.results.settings.push_back({"interruption", request_.interruption, "option"});
    add_scoring_settings();
    out_.results.rows = series_sums_.rows(frame_.scores, *series_, frame_.minimum);
  }

  void add_scoring_settings() {
    for (const Setting& s : scorers_->settings())
      out_.results.settings.push_back(s);
    for (const Setting& s : scorers_->notices())
      out_.results.settings.push_back(s);
  }

  void finish_two() {
    if (frame_.paired && records_.repeated() + records_.without_id + records_.on_one_side() > 0)
      diagnostics_.note("J436", {},
                        fmt::format("not paired: {} people met in one wave only, {} with more than one record in a "
                                    "wave, {} records without an id; they count in the figures of their wave",
                                    with_thousands(records_.on_one_side()), with_thousands(records_.repeated()),
                                    with_thousands(records_.without_id)));
    const std::uint64_t elsewhere = records_.elsewhere - (in_map_ ? 0 : earlier_.first);
    if (elsewhere > 0)
      diagnostics_.note("J437", {},
                        fmt::format("{} records belong to neither {} nor {}", with_thousands(elsewhere),
                                    frame_.names[0], frame_.names[1]));
    tally_.add_to(out_.results.reconciliation);
    out_.results.settings.push_back({"between", join({frame_.names[0], frame_.names[1]}, ", "), "option"});
    if (frame_.arms) {
      out_.results.settings.push_back(
          {"arms", fmt::format("{}: {} against {}", arm_column_, (*frame_.arms)[1], (*frame_.arms)[0]), "option"});
      if (!request_.earlier.empty()) {
        out_.results.settings.push_back({"earlier", request_.earlier, "option"});
        frame_.earlier = &earlier_;
      }
    }
    for (const auto& [from, to] : request_.links)
      out_.results.settings.push_back({"link", fmt::format("{} to {}, by wave {}", to, from, overlap_), "option"});
    for (const auto& [name, value] : request_.reliability)
      out_.results.settings.push_back({"reliability " + name, shortest(value), "option"});
    add_scoring_settings();
    out_.results.rows = compare_rows(records_, frame_, [this](std::uint32_t number) { return areas_->code(number); });
    leave_out_areas();
  }

  const CompareRequest& request_;
  FileStore& files_;
  Library library_;
  SurveySetup setup_;
  std::optional<Scorers> scorers_;
  std::unique_ptr<AreaDictionary> areas_;
  bool in_map_ = false; ///< waves are administrations of the map
  CompareFrame frame_;
  std::string arm_column_;
  std::string overlap_; ///< wave of both questionnaires; empty = nothing is linked
  ComparedRecords records_, earlier_;
  std::optional<SeriesFrame> series_;
  SeriesSums series_sums_;
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
