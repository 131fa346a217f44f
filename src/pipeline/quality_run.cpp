#include "pipeline/quality_run.hpp"

#include "exports/record_memory.hpp"
#include "pipeline/matching.hpp"
#include "pipeline/open_input.hpp"
#include "pipeline/quality_block.hpp"
#include "pipeline/quality_results.hpp"
#include "pipeline/run_checks.hpp"
#include "pipeline/scorers.hpp"
#include "pipeline/whole_area.hpp"

#include <fmt/format.h>
#include <tbb/enumerable_thread_specific.h>

#include <algorithm>
#include <map>
#include <set>

namespace joinedup {

namespace {

struct Nothing final : BlockProduct {};

class QualityRun {
public:
  QualityRun(const QualityRequest& request, FileStore& files) : request_(request), files_(files), library_(files) {}

  Outcome<QualityOutcome> run() {
    if (prepare()) {
      for (const SurveyInput& input : setup_.inputs)
        read(input);
      diagnostics_.merge(repeated_inputs(results().inputs));
      diagnostics_.merge(whole_among_areas(*areas_, library_));
    }
    if (shapes_.empty() && !diagnostics_.has_errors())
      diagnostics_.error("J150", {}, "no score found here adds up several items, so there is no scale to look at",
                         "joinedup inspect shows which questionnaires match");
    const bool completed = request_.survey.set_rejects_aside && only_rejected_records(diagnostics_);
    if (diagnostics_.has_errors() && !completed) return failure();
    finish();
    diagnostics_.merge(check_population(results().reconciliation, !setup_.where.empty()));
    if (diagnostics_.has_errors() && !completed) return failure();
    return {std::move(out_), std::move(diagnostics_)};
  }

private:
  Outcome<QualityOutcome> failure() { return Outcome<QualityOutcome>::failure(std::move(diagnostics_)); }
  QualityResults& results() { return out_.results; }

  bool prepare() {
    Outcome<SurveySetup> setup = set_up_survey(request_.survey, nullptr, "", files_);
    diagnostics_.merge(setup.diagnostics);
    if (!setup) return false;
    setup_ = std::move(*setup);
    put_in_order_of_name(setup_.inputs); // which of repeated records counts does not depend on the order given
    results().settings = setup_.settings;
    Outcome<Scorers> scorers =
        Scorers::load(instruments_to_look_for(request_.survey, setup_, library_), library_, setup_);
    diagnostics_.merge(scorers.diagnostics);
    if (!scorers) return false;
    scorers_ = std::move(*scorers);
    diagnostics_.merge(scorers_->check_choices(setup_));
    if (!request_.geography.empty()) {
      Outcome<Geography> read = library_.geography(request_.geography);
      diagnostics_.merge(read.diagnostics);
      if (read) geography_ = std::move(*read);
    }
    check_inputs();
    areas_ = std::make_unique<AreaDictionary>(geography(), setup_.lookup ? &*setup_.lookup : nullptr);
    return !diagnostics_.has_errors();
  }

  const Geography* geography() const { return geography_ ? &*geography_ : nullptr; }

  void check_inputs() {
    const auto has_area = [](const SurveyInput& input) { return input.map.area.has_value(); };
    with_areas_ = std::any_of(setup_.inputs.begin(), setup_.inputs.end(), has_area);
    for (const SurveyInput& input : setup_.inputs) {
      if (with_areas_ && !has_area(input))
        diagnostics_.error("J103", {file_name(input.path), 0, 0, ""}, "no column of areas is named",
                           "--area COLUMN, or \"area\" in the map of each file");
      if (!input.map.weight.empty() && !diagnostics_.count("J450"))
        diagnostics_.note("J450", {}, "weights are not used: figures describe the answers as they are");
    }
  }

  ReadingRequest reading_request(const SurveyInput& input) {
    ReadingRequest out;
    out.map = input.map;
    out.instruments = scorers_->instruments();
    out.known_instruments = scorers_->known_instruments();
    out.all_must_match = !request_.survey.instruments.empty();
    out.where = setup_.where;
    out.keep = {"none"};
    out.areas = with_areas_ ? areas_.get() : nullptr;
    out.memory = &memory_;
    out.set_rejects_aside = request_.survey.set_rejects_aside;
    out.show_values = request_.survey.show_values;
    return out;
  }

  void read(const SurveyInput& input) {
    Outcome<OpenInput> open = open_input(input.path, input.map.reader, files_, Hashing::yes);
    diagnostics_.merge(open.diagnostics);
    if (!open) return;
    Outcome<ReadingPlan> plan = plan_reading(open->file, reading_request(input));
    diagnostics_.merge(plan.diagnostics);
    if (!plan || !place_scales(open->file.name(), *plan)) return;
    Outcome<ReadSummary> summary = read_records(
        open->file, *plan, {request_.survey.threads, request_.survey.block_bytes},
        [&](RecordBlock& block) -> std::unique_ptr<BlockProduct> {
          add_block(block, plans_, placed_, shapes_, gathered_.local());
          return std::make_unique<Nothing>();
        },
        [](std::unique_ptr<BlockProduct>) {});
    diagnostics_.merge(summary.diagnostics);
    if (!summary) return;
    add_reading(*summary, results().reconciliation);
    append_rejects(out_.rejects, summary->rejects);
    results().inputs.push_back(input_info(input.path, *open, *summary));
  }

  /// Scales of this file, known ones under their number, new ones at the end.
  bool place_scales(const std::string& file, const ReadingPlan& plan) {
    if (request_.survey.instruments.empty())
      diagnostics_.merge(ambiguous_instruments(file, plan, scorers_->instruments()));
    diagnostics_.merge(scorers_->lacking_columns(plan, file));
    plans_.clear();
    placed_.clear();
    for (const AdministrationPlan& a : plan.administrations) {
      if (!scorers_->compiled(a.instrument)) diagnostics_.merge(scorers_->compile(a.instrument, setup_, files_, {}));
    }
    if (diagnostics_.has_errors()) return false;
    for (std::size_t a = 0; a < plan.administrations.size(); ++a) {
      const AdministrationPlan& administration = plan.administrations[a];
      plans_.push_back(&scorers_->plan(administration.instrument));
      for (SummedScale& scale : summed_scales(*plans_.back()))
        place(administration, a, std::move(scale));
    }
    for (QualitySums& sums : gathered_) {
      for (std::vector<ScaleSums>& area : sums.areas) {
        while (area.size() < shapes_.size())
          area.emplace_back(shapes_[area.size()]);
      }
    }
    return true;
  }

  void place(const AdministrationPlan& administration, std::size_t number, SummedScale scale) {
    const ScoreColumn& column = plans_[number]->columns()[scale.column];
    const std::string prefix = administration_name(administration) + ".";
    ScaleInfo info{prefix + column.id, column.label, {}, column.low, column.high};
    for (const std::string& also : scale.also)
      info.also.push_back(prefix + also);
    const ScaleShape shape = scale_shape(scale, column);
    auto& known = results().scales;
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const ScaleInfo& other) { return other.id == info.id; });
    const auto at = static_cast<std::size_t>(found - known.begin());
    if (found == known.end()) {
      known.push_back(std::move(info));
      shapes_.push_back(shape);
      items_.push_back(item_names(administration, scale));
    }
    placed_.push_back({number, at, std::move(scale), shape});
  }

  std::vector<std::pair<std::string, std::string>> item_names(const AdministrationPlan& administration,
                                                              const SummedScale& scale) const {
    const Instrument& instrument = scorers_->instrument(administration.instrument);
    std::vector<std::pair<std::string, std::string>> out;
    for (const std::string& id : scale.item_ids) {
      std::string label;
      if (const Item* item = instrument.item(id)) label = item->label;
      for (const DerivedItem& derived : instrument.derived)
        if (derived.id == id) label = derived.label;
      out.emplace_back(id, std::move(label));
    }
    return out;
  }

  void finish() {
    QualitySums all;
    for (const QualitySums& one : gathered_)
      all.merge(one, shapes_);
    all.tally.add_to(results().reconciliation);
    QualityByArea by_area;
    std::map<std::string, std::uint64_t> records_of;
    Estimates who; // of the check that areas are areas: respondents are all it looks at
    for (std::size_t a = 0; a < all.areas.size(); ++a) {
      const std::uint64_t records = all.areas[a].empty() ? 0 : all.areas[a].front().records;
      if (with_areas_ && records == 0) continue;
      const std::string code = with_areas_ ? areas_->code(static_cast<std::uint32_t>(a)) : std::string();
      records_of[code] = records;
      who.areas.push_back({code, records, {}, {}, {}, {}, {}, {}, {}});
      by_area.emplace(code, std::move(all.areas[a]));
    }
    if (with_areas_) diagnostics_.merge(check_areas(who, geography(), results().minimum));
    if (with_areas_) diagnostics_.merge(placed_in_successors(*areas_, geography()));
    results().reconciliation.unknown_areas =
        nameable_areas(results().reconciliation.unknown_areas, *areas_, results().minimum);
    fill_quality(by_area, shapes_, items_, with_areas_, geography(), results());
    if (!with_areas_) records_of.clear();
    const std::set<std::string> left_out = areas_not_to_name(records_of, *areas_, results().minimum, diagnostics_);
    std::erase_if(results().areas, [&](const QualityRow& row) { return left_out.contains(row.code); });
    for (const Setting& s : scorers_->settings())
      results().settings.push_back(s);
    for (const Setting& s : scorers_->notices())
      results().settings.push_back(s);
  }

  const QualityRequest& request_;
  FileStore& files_;
  Library library_;
  SurveySetup setup_;
  std::optional<Scorers> scorers_;
  std::optional<Geography> geography_;
  std::unique_ptr<AreaDictionary> areas_;
  bool with_areas_ = false;
  RecordMemory memory_;
  std::vector<const ScoringPlan*> plans_;                               ///< of the file being read
  std::vector<PlacedScale> placed_;                                     ///< the same
  std::vector<ScaleShape> shapes_;                                      ///< of all scales of the run
  std::vector<std::vector<std::pair<std::string, std::string>>> items_; ///< the same: ids and labels
  tbb::enumerable_thread_specific<QualitySums> gathered_;
  QualityOutcome out_;
  Diagnostics diagnostics_;
};

} // namespace

Outcome<QualityOutcome> run_quality(const QualityRequest& request, FileStore& files) {
  return QualityRun(request, files).run();
}

} // namespace joinedup
