#include "cli/benchmark_request.hpp"

#include "cli/survey_options.hpp"

#include <fmt/format.h>

namespace joinedup {

Outcome<BenchmarkRequest> benchmark_request(const Arguments& arguments, std::string_view command) {
  Outcome<SurveyRequest> survey = survey_request(arguments);
  Diagnostics faults = survey.diagnostics;
  if (!arguments.has("--study") && !arguments.has("--index"))
    faults.error(
        "J104", {}, "nothing says which index to make",
        "--index PRESET|FILE.json with --area COL, or --study STUDY.json; presets are in joinedup instruments list");
  if (arguments.words.empty() && !arguments.has("--study"))
    faults.error("J104", {}, "no FILE was given", fmt::format("joinedup {} FILE...; - is standard input", command));
  if (faults.has_errors()) return Outcome<BenchmarkRequest>::failure(std::move(faults));
  BenchmarkRequest out;
  out.survey = std::move(*survey);
  out.study = arguments.text("--study");
  out.index = arguments.text("--index");
  out.geography = arguments.text("--geography");
  out.target = arguments.text("--target");
  out.against = arguments.text("--against");
  out.show_ranks = arguments.has("--ranks");
  return {std::move(out), {}};
}

} // namespace joinedup
