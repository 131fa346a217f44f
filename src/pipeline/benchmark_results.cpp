#include "pipeline/benchmark_results.hpp"

#include "pipeline/analysis.hpp"
#include "pipeline/area_tables.hpp"
#include "pipeline/assemble.hpp"
#include "pipeline/estimation.hpp"
#include "pipeline/estimation/case_mix_tables.hpp"
#include "pipeline/last_wave.hpp"
#include "pipeline/notices.hpp"
#include "pipeline/run_checks.hpp"
#include "pipeline/survey_account.hpp"
#include "pipeline/thread_arena.hpp"
#include "pipeline/whole_area.hpp"

#include <joinedup/version.hpp>

#include <fmt/format.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <map>
#include <optional>

namespace joinedup {

namespace {

class Results {
public:
  Results(const BenchmarkRequest& request, const Library& library, BenchmarkSetup& setup, SurveyReading& reading,
          Diagnostics said, StageTimes times)
      : request_(request), library_(library), setup_(setup), study_(setup.study), binding_(setup.binding),
        scorers_(setup.scorers), tables_(setup.tables), reading_(reading), areas_(reading.names->areas),
        diagnostics_(std::move(said)) {
    out_.times = std::move(times);
  }

  Outcome<BenchmarkOutcome> run() {
    if (!add_files() || !holds(check_sources(binding_, reading_.found))) return failure();
    if (!setup_.survey.inputs.empty() &&
        !holds(check_population(out_.results.reconciliation, !setup_.survey.where.empty())))
      return failure();
    if (!holds(whole_among_areas(areas_, library_))) return failure();
    tbb::task_arena arena(arena_threads(request_.survey.threads));
    Estimation estimation = arena.execute([this] { return estimate(estimation_input()); });
    if (!holds(estimation.diagnostics)) return failure();
    lay_tables_over(estimation);
    out_.times.mark("estimates and errors");
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
    out_.results.catch_all = reading_.sums->catch_all.results(
        estimation.given, [this](std::uint32_t number) { return areas_.code(number); }, out_.results);
    add_notices(binding_, scorers_, library_, geography(), out_.results);
    out_.times.mark("index, bands and ranks");
    for (std::string& notice : catch_all_notices(out_.results.catch_all))
      out_.results.notices.push_back(std::move(notice));
    reading_.names->by.add_tables(reading_.sums->by, assembly->frame, out_.results);
    reading_.names->answered.add_tables(
        reading_.sums->answered, [this](std::uint32_t number) { return areas_.code(number); }, out_.results);
    add_analyses({estimated, geography(), assembly->frame, assembly->drafts, out_.results, request_.survey.threads,
                  estimation.beside(study_.study),
                  estimation.raked_scores ? &*estimation.raked_scores : &reading_.sums->scores, setup_.bins, earlier,
                  study_.wave_before ? &*study_.wave_before : nullptr},
                 out_.results);
    diagnostics_.merge(out_.results.diagnostics);
    out_.results.diagnostics = diagnostics_;
    out_.times.mark("further tables");
    return {std::move(out_), std::move(diagnostics_)};
  }

private:
  Outcome<BenchmarkOutcome> failure() { return Outcome<BenchmarkOutcome>::failure(std::move(diagnostics_)); }

  bool holds(const Diagnostics& check) {
    diagnostics_.merge(check);
    return !check.has_errors();
  }

  const Geography* geography() const { return setup_.geography(); }

  bool add_files() {
    SurveyAccount account = account_of(reading_, setup_);
    diagnostics_.merge(account.said);
    out_.results.reconciliation = std::move(account.reconciliation);
    out_.results.inputs = std::move(account.inputs);
    out_.rejects = std::move(reading_.rejects);
    return !diagnostics_.has_errors() || (request_.survey.set_rejects_aside && only_rejected_records(diagnostics_));
  }

  EstimationInput estimation_input() {
    std::map<std::string, std::string> region;
    if (geography() != nullptr) {
      for (const Area& a : geography()->areas)
        region[a.code] = a.region;
    }
    return {study_.study,
            reading_.sums->sums,
            std::move(reading_.sums->kept),
            [this](std::uint32_t number) { return areas_.code(number); },
            [region](const std::string& code) {
              const auto found = region.find(code);
              return found == region.end() ? std::string() : found->second;
            },
            reading_.names->strata,
            reading_.names->clusters,
            reading_.names->levels,
            request_.survey.threads,
            setup_.bins};
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
    r.index = binding_.index;
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
    r.indicators = describe(binding_, scorers_);
    for (IndicatorInfo& info : r.indicators)
      if (info.method == "linearised") info.method = name_of(study_.study.estimation.uncertainty);
    for (const std::vector<Setting>* list : std::initializer_list<const std::vector<Setting>*>{
             &study_.settings, &setup_.survey.settings, &estimation.settings, &tables_.settings})
      r.settings.insert(r.settings.end(), list->begin(), list->end());
    if (!setup_.with_weights) r.settings.push_back({"weight", "none: every record counts once", "default"});
    for (Setting s : scorers_.settings()) {
      if (s.from == "option") s.from = chosen_by(s.name);
      r.settings.push_back(std::move(s));
    }
    if (r.study.last_wave && r.index.imputation.method == "last_wave")
      diagnostics_.merge(check_last_wave(*r.study.last_wave, r.indicators));
    r.tables = estimation.tables;
    for (const auto& list : {study_.files, setup_.survey.files, tables_.files, scorers_.files()})
      r.inputs.insert(r.inputs.end(), list.begin(), list.end());
  }

  const BenchmarkRequest& request_;
  const Library& library_;
  BenchmarkSetup& setup_;
  const StudySetup& study_;
  const IndexBinding& binding_;
  const Scorers& scorers_;
  const AreaTables& tables_;
  SurveyReading& reading_;
  const AreaDictionary& areas_;
  BenchmarkOutcome out_;
  Diagnostics diagnostics_;
};

} // namespace

Outcome<BenchmarkOutcome> benchmark_results(const BenchmarkRequest& request, const Library& library,
                                            BenchmarkSetup& setup, SurveyReading& reading, Diagnostics said,
                                            StageTimes times) {
  return Results(request, library, setup, reading, std::move(said), std::move(times)).run();
}

} // namespace joinedup
