// What programs that embed the library call. Here because, like the commands, it opens files of the disk.
#include <joinedup/run.hpp>

#include "cli/disk_store.hpp"
#include "pipeline/benchmark_run.hpp"
#include "pipeline/score_run.hpp"

#include <utility>

namespace joinedup {

Outcome<Reconciliation> score_files(const ScoreJob& job, const RunSettings& settings,
                                    const std::function<void(std::string_view)>& write) {
  ScoreRequest request;
  request.survey.files = job.files;
  request.survey.map = job.map;
  request.survey.instruments = job.instruments;
  request.survey.value_sets = job.value_sets;
  request.survey.missing_rules = job.missing_rules;
  request.survey.threads = settings.threads;
  DiskStore files(settings.definition_folders);
  Outcome<ScoreSummary> summary = run_score(request, files, write);
  if (!summary) return Outcome<Reconciliation>::failure(std::move(summary.diagnostics));
  return {std::move(summary->reconciliation), std::move(summary.diagnostics)};
}

Outcome<RunResults> benchmark_study(const std::string& study, const RunSettings& settings) {
  BenchmarkRequest request;
  request.study = study;
  request.survey.threads = settings.threads;
  DiskStore files(settings.definition_folders);
  Outcome<BenchmarkOutcome> outcome = run_benchmark(request, files);
  if (!outcome) return Outcome<RunResults>::failure(std::move(outcome.diagnostics));
  return {std::move(outcome->results), std::move(outcome.diagnostics)};
}

} // namespace joinedup
