#include "pipeline/benchmark_run.hpp"

#include "pipeline/benchmark_results.hpp"
#include "pipeline/run_checks.hpp"

#include <fmt/format.h>

#include <utility>

namespace joinedup {

Outcome<BenchmarkOutcome> run_benchmark(const BenchmarkRequest& request, FileStore& files) {
  StageTimes times;
  const Library library(files);
  Outcome<BenchmarkSetup> setup = set_up_benchmark(request, library, files);
  if (!setup) return Outcome<BenchmarkOutcome>::failure(std::move(setup.diagnostics));
  const SurveyRequest& survey = request.survey;
  SurveyReading reading =
      read_surveys(*setup, inputs_in_order(*setup),
                   {survey.set_rejects_aside, survey.show_values, false, survey.threads, survey.block_bytes}, files);
  times.mark("reading and scoring");
  return benchmark_results(request, library, *setup, reading, std::move(setup.diagnostics), std::move(times));
}

namespace {

void add_index(const BenchmarkSetup& setup, ExplainLines& out) {
  const IndexBinding& binding = setup.binding;
  out.push_back({0, "index", fmt::format("{}: {}", binding.index.id, binding.index.title)});
  for (const BoundIndicator& b : binding.indicators) {
    std::string of = b.spec.table ? "from a table of figures" : b.spec.column.empty() ? b.spec.score : b.spec.column;
    if (b.domain.empty()) of += ", beside the index";
    out.push_back({1, b.spec.id, std::move(of)});
  }
  const Geography* geography = setup.geography();
  out.push_back({1, "areas", geography == nullptr ? "as the column says" : geography->id + ": " + geography->title});
}

} // namespace

Outcome<BenchmarkOutline> outline_benchmark(const BenchmarkRequest& request, FileStore& files) {
  const Library library(files);
  Outcome<BenchmarkSetup> setup = set_up_benchmark(request, library, files);
  if (!setup) return Outcome<BenchmarkOutline>::failure(std::move(setup.diagnostics));
  Diagnostics said = std::move(setup.diagnostics);
  BenchmarkOutline out;
  add_index(*setup, out.lines);
  SurveyOutline surveys = outline_surveys(*setup, inputs_in_order(*setup), files);
  said.merge(surveys.said);
  out.lines.insert(out.lines.end(), surveys.lines.begin(), surveys.lines.end());
  if (!said.has_errors()) said.merge(check_sources(setup->binding, surveys.found));
  if (said.has_errors()) return Outcome<BenchmarkOutline>::failure(std::move(said));
  out.settings = setup->survey.settings;
  for (const std::vector<Setting>& more : {setup->scorers.settings(), setup->scorers.notices()})
    out.settings.insert(out.settings.end(), more.begin(), more.end());
  return {std::move(out), std::move(said)};
}

} // namespace joinedup
