#include "pipeline/benchmark_run.hpp"

#include "pipeline/benchmark_results.hpp"

namespace joinedup {

Outcome<BenchmarkOutcome> run_benchmark(const BenchmarkRequest& request, FileStore& files) {
  const Library library(files);
  Outcome<BenchmarkSetup> setup = set_up_benchmark(request, library, files);
  if (!setup) return Outcome<BenchmarkOutcome>::failure(std::move(setup.diagnostics));
  const SurveyRequest& survey = request.survey;
  SurveyReading reading =
      read_surveys(*setup, inputs_in_order(*setup),
                   {survey.set_rejects_aside, survey.show_values, false, survey.threads, survey.block_bytes}, files);
  return benchmark_results(request, library, *setup, reading, std::move(setup.diagnostics));
}

} // namespace joinedup
