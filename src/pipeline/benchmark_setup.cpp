#include "pipeline/benchmark_setup.hpp"

#include "pipeline/estimation.hpp"
#include "pipeline/run_checks.hpp"

namespace joinedup {

namespace {

Diagnostics check_inputs(BenchmarkSetup& setup) {
  Diagnostics out;
  if (setup.survey.inputs.empty() && !setup.tables.whole_index)
    out.error("J101", {}, "no survey file is given", "name one or more files, or a study with --study that names them");
  for (const SurveyInput& input : setup.survey.inputs) {
    if (!input.map.area)
      out.error("J103", {file_name(input.path), 0, 0, ""}, "no column of areas is named",
                "--area COLUMN, or \"area\" in the map or study");
    setup.with_weights = setup.with_weights || !input.map.weight.empty();
    setup.with_strata = setup.with_strata || !input.map.strata.empty();
    setup.with_clusters = setup.with_clusters || !input.map.cluster.empty();
  }
  return out;
}

} // namespace

SumsDesign BenchmarkSetup::design() const {
  SumsDesign out;
  for (const BoundIndicator& b : binding.indicators) {
    out.indicators.push_back(b.spec.id);
    out.centres.push_back((b.low + b.high) / 2);
  }
  out.index_indicators = binding.index_indicators;
  out.strata = with_strata;
  out.clusters = with_clusters;
  return out;
}

Outcome<BenchmarkSetup> set_up_benchmark(const BenchmarkRequest& request, const Library& library, FileStore& files) {
  Diagnostics said;
  const auto failure = [&said] { return Outcome<BenchmarkSetup>::failure(std::move(said)); };
  Outcome<StudySetup> study = set_up_study(request, library, files);
  said.merge(study.diagnostics);
  if (!study) return failure();
  Outcome<SurveySetup> survey =
      set_up_survey(request.survey, study->from_file ? &study->study : nullptr, study->path, files);
  said.merge(survey.diagnostics);
  if (!survey) return failure();
  Outcome<Scorers> scorers =
      Scorers::load(instruments_of(study->index), library, *survey, places_of_instruments(study->index));
  said.merge(scorers.diagnostics);
  if (!scorers) return failure();
  Outcome<IndexBinding> binding = bind_index(study->index, *survey, *scorers, files);
  said.merge(binding.diagnostics);
  said.merge(scorers->check_choices(*survey));
  if (!binding || said.has_errors()) return failure();
  Outcome<AreaTables> tables = load_area_tables(*binding, study->geography ? &*study->geography : nullptr, files);
  said.merge(tables.diagnostics);
  if (!tables) return failure();
  said.merge(tables->notes);
  BenchmarkSetup out{
      std::move(*study), std::move(*survey), std::move(*scorers), std::move(*binding), std::move(*tables), {}, {}, {}};
  said.merge(check_targets(out.study.study.target, out.binding));
  if (said.has_errors()) return failure();
  said.merge(check_inputs(out));
  if (said.has_errors()) return failure();
  out.keep = columns_to_keep(out.study.study);
  out.cases = catch_all_cases(out.binding, out.scorers, out.survey, files);
  out.bins = bins_of_indicators(out.binding, out.scorers, out.survey, files);
  return {std::move(out), std::move(said)};
}

} // namespace joinedup
