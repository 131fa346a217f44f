#include "pipeline/benchmark_run.hpp"

#include "exports/record_memory.hpp"
#include "pipeline/analysis.hpp"
#include "pipeline/answered_columns.hpp"
#include "pipeline/area_tables.hpp"
#include "pipeline/assemble.hpp"
#include "pipeline/breakdowns.hpp"
#include "pipeline/catch_all.hpp"
#include "pipeline/estimation.hpp"
#include "pipeline/estimation/case_mix_tables.hpp"
#include "pipeline/index_binding.hpp"
#include "pipeline/indicator_scores.hpp"
#include "pipeline/notices.hpp"
#include "pipeline/open_input.hpp"
#include "pipeline/respondent_gaps.hpp"
#include "pipeline/run_checks.hpp"
#include "pipeline/scorers.hpp"
#include "pipeline/study_setup.hpp"
#include "pipeline/whole_area.hpp"

#include <joinedup/version.hpp>

#include <fmt/format.h>
#include <tbb/enumerable_thread_specific.h>

#include <algorithm>
#include <optional>

namespace joinedup {

namespace {

/// What one thread has gathered; threads are added up at the end, exactly.
struct Gathered {
  IndicatorSums sums;
  RecordTally tally;
  std::vector<ScoreBlock> scratch;
  CatchAllSums catch_all;
  std::optional<ScoredRecords> kept = {}; ///< where some method needs the records again
  BreakdownSums by = {};
  AnsweredCounts answered = {};
};

struct Nothing final : BlockProduct {};

class BenchmarkRun {
public:
  BenchmarkRun(const BenchmarkRequest& request, FileStore& files) : request_(request), files_(files), library_(files) {}

  Outcome<BenchmarkOutcome> run() {
    if (!prepare() || !read_all() || !check_sources()) return failure();
    if (!setup_.inputs.empty() && !holds(check_population(out_.results.reconciliation, !setup_.where.empty())))
      return failure();
    if (!holds(whole_among_areas(*areas_, library_))) return failure();
    add_up();
    Estimation estimation = estimate(estimation_input());
    if (!holds(estimation.diagnostics)) return failure();
    lay_tables_over(estimation);
    const Estimates& estimated = estimation.headline(study_.study);
    if (!holds(check_areas(estimated, geography(), study_.study.disclosure.minimum))) return failure();
    const EarlierRelease* earlier = study_.earlier ? &*study_.earlier : nullptr;
    fill_results(estimated, estimation);
    std::optional<RunResults> beside; // the other of crude and adjusted, from the same start
    if (estimation.case_mix) beside = out_.results;
    const auto assembly = assemble(estimated, geography(), out_.results, earlier);
    if (!assembly) {
      diagnostics_.merge(out_.results.diagnostics);
      return failure();
    }
    if (estimation.case_mix) {
      if (!assemble(*estimation.beside(study_.study), geography(), *beside, earlier)) {
        diagnostics_.merge(beside->diagnostics);
        return failure();
      }
      add_case_mix(*estimation.case_mix, *beside, out_.results);
    }
    out_.results.catch_all = gathered_->local().catch_all.results(
        estimation.given, [this](std::uint32_t number) { return areas_->code(number); }, out_.results);
    add_notices(*binding_, *scorers_, library_, geography(), out_.results);
    for (std::string& notice : catch_all_notices(out_.results.catch_all))
      out_.results.notices.push_back(std::move(notice));
    by_->add_tables(gathered_->local().by, assembly->frame, out_.results);
    answered_->add_tables(
        gathered_->local().answered, [this](std::uint32_t number) { return areas_->code(number); }, out_.results);
    add_analyses({estimated, geography(), assembly->frame, assembly->drafts, out_.results, request_.survey.threads},
                 out_.results);
    diagnostics_.merge(out_.results.diagnostics);
    out_.results.diagnostics = diagnostics_;
    return {std::move(out_), std::move(diagnostics_)};
  }

private:
  Outcome<BenchmarkOutcome> failure() { return Outcome<BenchmarkOutcome>::failure(std::move(diagnostics_)); }

  bool holds(const Diagnostics& check) {
    diagnostics_.merge(check);
    return !check.has_errors();
  }

  const Geography* geography() const { return study_.geography ? &*study_.geography : nullptr; }

  /// Everything small is read and checked before the first survey file.
  bool prepare() {
    Outcome<StudySetup> study = set_up_study(request_, library_, files_);
    diagnostics_.merge(study.diagnostics);
    if (!study) return false;
    study_ = std::move(*study);
    Outcome<SurveySetup> setup =
        set_up_survey(request_.survey, study_.from_file ? &study_.study : nullptr, study_.path, files_);
    diagnostics_.merge(setup.diagnostics);
    if (!setup) return false;
    setup_ = std::move(*setup);
    Outcome<Scorers> scorers =
        Scorers::load(instruments_of(study_.index), library_, setup_, places_of_instruments(study_.index));
    diagnostics_.merge(scorers.diagnostics);
    if (!scorers) return false;
    scorers_ = std::move(*scorers);
    Outcome<IndexBinding> binding = bind_index(study_.index, setup_, *scorers_, files_);
    diagnostics_.merge(binding.diagnostics);
    diagnostics_.merge(scorers_->check_choices(setup_));
    if (!binding || diagnostics_.has_errors()) return false;
    binding_ = std::move(*binding);
    Outcome<AreaTables> tables = load_area_tables(*binding_, geography(), files_);
    diagnostics_.merge(tables.diagnostics);
    if (!tables) return false;
    tables_ = std::move(*tables);
    diagnostics_.merge(tables_.notes);
    return holds(check_targets(study_.study.target, *binding_)) && check_inputs();
  }

  bool check_inputs() {
    if (setup_.inputs.empty() && !tables_.whole_index)
      diagnostics_.error("J101", {}, "no survey file is given",
                         "name one or more files, or a study with --study that names them");
    for (const SurveyInput& input : setup_.inputs) {
      if (!input.map.area)
        diagnostics_.error("J103", {file_name(input.path), 0, 0, ""}, "no column of areas is named",
                           "--area COLUMN, or \"area\" in the map or study");
      with_weights_ = with_weights_ || !input.map.weight.empty();
      with_strata_ = with_strata_ || !input.map.strata.empty();
      with_clusters_ = with_clusters_ || !input.map.cluster.empty();
    }
    return !diagnostics_.has_errors();
  }

  bool read_all() {
    areas_ = std::make_unique<AreaDictionary>(geography(), setup_.lookup ? &*setup_.lookup : nullptr);
    SumsDesign design;
    for (const BoundIndicator& b : binding_->indicators) {
      design.indicators.push_back(b.spec.id);
      design.centres.push_back((b.low + b.high) / 2);
    }
    design.index_indicators = binding_->index_indicators;
    design.strata = with_strata_;
    design.clusters = with_clusters_;
    by_ = std::make_unique<Breakdowns>(study_.study.by);
    answered_ = std::make_unique<AnsweredColumns>(study_.answered);
    keep_ = columns_to_keep(study_.study);
    cases_ = catch_all_cases(*binding_, *scorers_, setup_, files_);
    gathered_ = std::make_unique<Threads>([design, this] {
      Gathered out{IndicatorSums(design), {}, {}, CatchAllSums(cases_)};
      out.by = by_->empty_sums(design);
      out.answered = answered_->empty_counts();
      if (keep_) out.kept.emplace(design.indicators.size(), keep_->numbers.size(), keep_->categories.size());
      return out;
    });
    found_.assign(binding_->indicators.size(), false);

    // In order of name, so that nothing depends on the order in which the files were given.
    std::vector<SurveyInput> inputs = setup_.inputs;
    put_in_order_of_name(inputs);
    for (const SurveyInput& input : inputs)
      read(input);
    diagnostics_.merge(repeated_inputs(out_.results.inputs));
    diagnostics_.merge(by_->check());
    diagnostics_.merge(answered_->check());
    diagnostics_.merge(placed_in_successors(*areas_, geography()));
    Reconciliation& reconciliation = out_.results.reconciliation;
    reconciliation.unknown_areas =
        nameable_areas(reconciliation.unknown_areas, *areas_, study_.study.disclosure.minimum);
    return !diagnostics_.has_errors() || (request_.survey.set_rejects_aside && only_rejected_records(diagnostics_));
  }

  ReadingRequest reading_request(const SurveyInput& input) {
    ReadingRequest out;
    out.map = input.map;
    std::erase_if(out.map.administrations,
                  [this](const Administration& a) { return !scorers_->compiled(a.instrument); });
    out.known_instruments = scorers_->known_instruments();
    for (const Instrument* i : scorers_->instruments()) {
      if (scorers_->compiled(i->id)) out.instruments.push_back(i);
    }
    out.where = setup_.where;
    out.keep = {"none"};
    out.numeric_columns = binding_->numeric_columns;
    if (keep_) {
      out.numeric_columns.insert(out.numeric_columns.end(), keep_->numbers.begin(), keep_->numbers.end());
      out.categories = keep_->categories;
      out.levels = &levels_;
    }
    out.areas = areas_.get();
    out.strata = with_strata_ ? &strata_ : nullptr;
    out.clusters = with_clusters_ ? &clusters_ : nullptr;
    out.memory = &memory_;
    out.set_rejects_aside = request_.survey.set_rejects_aside;
    out.show_values = request_.survey.show_values;
    return out;
  }

  void read(const SurveyInput& input) {
    Outcome<OpenInput> open = open_input(input.path, input.map.reader, files_);
    diagnostics_.merge(open.diagnostics);
    if (!open) return;
    ReadingRequest request = reading_request(input);
    if (by_->any()) request.keep = by_->keep(open->file, diagnostics_);
    const std::vector<std::size_t> places = answered_->keep(open->file, request.keep, diagnostics_);
    if (diagnostics_.has_errors()) return;
    Outcome<ReadingPlan> plan = plan_reading(open->file, request);
    diagnostics_.merge(plan.diagnostics);
    if (!plan || !holds(scorers_->lacking_columns(*plan, open->file.name()))) return;
    Diagnostics placing;
    const FileIndicators file = place_indicators(open->file.name(), *plan, *binding_, *scorers_, placing);
    diagnostics_.merge(placing);
    if (placing.has_errors()) return;
    for (std::size_t k = 0; k < found_.size(); ++k)
      found_[k] = found_[k] || file.places[k].found();
    RespondentGaps gaps(*plan, *scorers_);
    Outcome<ReadSummary> summary = read_records(
        open->file, *plan, {request_.survey.threads, request_.survey.block_bytes},
        [&](RecordBlock& block) -> std::unique_ptr<BlockProduct> {
          Gathered& mine = gathered_->local();
          add_block(block, file, mine.scratch, mine.sums, mine.tally, mine.kept ? &*mine.kept : nullptr,
                    by_->groups(block, mine.by), answered_->values(block, places, mine.answered));
          gaps.see(block);
          if (!cases_.empty()) mine.catch_all.add(block, file, mine.scratch, plan->administrations);
          return std::make_unique<Nothing>();
        },
        [](std::unique_ptr<BlockProduct>) {});
    diagnostics_.merge(summary.diagnostics);
    if (!summary) return;
    diagnostics_.merge(gaps.warnings(open->file.name()));
    add_reading(*summary, out_.results.reconciliation);
    append_rejects(out_.rejects, summary->rejects);
    out_.results.inputs.push_back(input_info(input.path, *open, *summary));
  }

  /// Every index indicator must be in some file; a companion that is in none is left out.
  bool check_sources() {
    bool complete = true;
    for (std::size_t k = 0; k < found_.size(); ++k) {
      const BoundIndicator& b = binding_->indicators[k];
      if (found_[k] || b.spec.table) continue;
      const std::string message =
          fmt::format("no file has {} for {}", b.spec.column.empty() ? b.spec.score : b.spec.column,
                      b.domain.empty() ? "companion " + b.spec.id : "indicator " + b.spec.id);
      if (b.domain.empty()) {
        diagnostics_.note("J607", {}, message, "it is shown without values");
      } else {
        diagnostics_.error("J115", {}, message,
                           "name its columns in a map with -m, or choose another index with --index");
        complete = false;
      }
    }
    return complete;
  }

  /// What the threads have gathered, in one place.
  void add_up() {
    Gathered& sum = gathered_->local();
    for (Gathered& one : *gathered_) {
      if (&one == &sum) continue;
      sum.sums.merge(one.sums);
      sum.tally.merge(one.tally);
      sum.catch_all.merge(one.catch_all);
      if (sum.kept) sum.kept->merge(std::move(*one.kept));
      sum.by.merge(one.by);
      sum.answered.merge(one.answered);
    }
    sum.tally.add_to(out_.results.reconciliation);
  }

  EstimationInput estimation_input() {
    std::map<std::string, std::string> region;
    if (geography() != nullptr) {
      for (const Area& a : geography()->areas)
        region[a.code] = a.region;
    }
    Gathered& sum = gathered_->local();
    return {study_.study,
            sum.sums,
            std::move(sum.kept),
            [this](std::uint32_t number) { return areas_->code(number); },
            [region](const std::string& code) {
              const auto found = region.find(code);
              return found == region.end() ? std::string() : found->second;
            },
            strata_,
            clusters_,
            levels_};
  }

  /// Figures by area beside what the survey gave, in each of its estimates; what there is to say of them is said once.
  void lay_tables_over(Estimation& estimation) {
    const bool whole = covers_the_whole(estimation.given);
    Diagnostics again;
    lay_over(tables_, geography(), whole, estimation.given, diagnostics_);
    if (estimation.raked) lay_over(tables_, geography(), whole, *estimation.raked, again);
    if (estimation.case_mix) lay_over(tables_, geography(), whole, estimation.case_mix->adjusted, again);
  }

  /// The respondents stand for the geography's whole only when they come from at least half of its areas.
  bool covers_the_whole(const Estimates& estimated) const {
    const std::size_t areas = tables_.whole_index ? tables_.areas.size() : estimated.areas.size();
    return geography() != nullptr && areas * 2 >= geography()->areas.size();
  }

  /// A plan knows only that a choice was made: by an option, the study, or the index definition (its value sets).
  std::string chosen_by(const std::string& setting) const {
    const std::string id = setting.substr(0, setting.find('.'));
    const SurveyRequest& o = request_.survey;
    const StudySpec& s = study_.study;
    if (o.value_sets.contains(id) || o.missing_rules.contains(id) || o.choices.contains(id) || o.tables.contains(id))
      return "option";
    if (s.value_sets.contains(id) || s.missing_rules.contains(id) || s.choices.contains(id) || s.tables.contains(id))
      return "study";
    return "index";
  }

  void fill_results(const Estimates& estimated, const Estimation& estimation) {
    RunResults& r = out_.results;
    r.version = version;
    r.index = binding_->index;
    r.study = study_.study;
    const Geography* whole = covers_the_whole(estimated) && !tables_.mean_of_areas ? geography() : nullptr;
    r.total_code = whole != nullptr ? whole->total_code : "ALL";
    r.total_name = whole != nullptr ? whole->total_name : geography() != nullptr ? "All areas here" : "All areas";
    if (tables_.whole_index && tables_.mean_of_areas) r.total_name = "Mean of the areas";
    if (geography() != nullptr) {
      r.geography = geography()->id;
      r.geography_title = geography()->title;
      r.regions_known = geography()->regions;
    }
    r.indicators = describe(*binding_, *scorers_);
    for (IndicatorInfo& info : r.indicators)
      if (info.method == "linearised") info.method = name_of(study_.study.estimation.uncertainty);
    for (const std::vector<Setting>* list : std::initializer_list<const std::vector<Setting>*>{
             &study_.settings, &setup_.settings, &estimation.settings, &tables_.settings})
      r.settings.insert(r.settings.end(), list->begin(), list->end());
    if (!with_weights_) r.settings.push_back({"weight", "none: every record counts once", "default"});
    for (Setting s : scorers_->settings()) {
      if (s.from == "option") s.from = chosen_by(s.name);
      r.settings.push_back(std::move(s));
    }
    r.tables = estimation.tables;
    for (const auto& list : {study_.files, setup_.files, tables_.files, scorers_->files()})
      r.inputs.insert(r.inputs.end(), list.begin(), list.end());
  }

  using Threads = tbb::enumerable_thread_specific<Gathered>;
  const BenchmarkRequest& request_;
  FileStore& files_;
  Library library_;
  StudySetup study_;
  SurveySetup setup_;
  std::optional<Scorers> scorers_;
  std::optional<IndexBinding> binding_;
  AreaTables tables_;
  std::unique_ptr<AreaDictionary> areas_;
  Dictionary strata_, clusters_, levels_; ///< levels: of all category columns
  std::optional<KeptColumns> keep_;
  RecordMemory memory_;
  std::unique_ptr<Breakdowns> by_;
  std::unique_ptr<AnsweredColumns> answered_;
  std::vector<CatchAllCase> cases_;
  std::unique_ptr<Threads> gathered_;
  std::vector<bool> found_;
  bool with_weights_ = false, with_strata_ = false, with_clusters_ = false;
  BenchmarkOutcome out_;
  Diagnostics diagnostics_;
};

} // namespace

Outcome<BenchmarkOutcome> run_benchmark(const BenchmarkRequest& request, FileStore& files) {
  return BenchmarkRun(request, files).run();
}

} // namespace joinedup
