#include "cli/benchmark_options.hpp"

#include "cli/survey_options.hpp"

#include <fmt/format.h>

#include <array>

namespace joinedup {

namespace {

constexpr std::array all_options{
    OptionSpec{"--study", 0, "STUDY.json", "everything the run needs; an option beats it and says so"},
    OptionSpec{"--index", 0, "PRESET|FILE.json", "index definition: a preset's name or a file"},
    OptionSpec{"--geography", 0, "ID", "names, regions and codes of the areas; without it codes are taken as found"},
    OptionSpec{"--strata", 0, "COL", "column of the sampling stratum"},
    OptionSpec{"--cluster", 0, "COL", "column of the cluster (such as the practice)"},
    OptionSpec{"--against", 0, "RUN",
               "results of an earlier release over the same people: what the two together would tell of few is hidden"},
    OptionSpec{"--target", 0, "KIND", "compare with england, areas, areas-fixed, VALUE, VALUE:SE or a table FILE.csv"},
};

} // namespace

std::span<const OptionSpec> benchmark_options() { return all_options; }

Outcome<BenchmarkRequest> benchmark_request(std::string_view command, const Arguments& arguments) {
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
