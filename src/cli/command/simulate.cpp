// `joinedup simulate`: a synthetic survey to try things on.
#include "cli/commands.hpp"
#include "cli/output.hpp"

#include "pipeline/library.hpp"
#include "pipeline/simulate_run.hpp"

#include <array>

namespace joinedup {

namespace {

constexpr std::array simulate_options{
    OptionSpec{"--geography", 0, "ID", "areas to survey (default: icb-2022)"},
    OptionSpec{"--records", 0, "N", "records (default: 12000)", false, true},
    OptionSpec{"--seed", 0, "N", "seed (default: 1); the same seed gives the same bytes everywhere", false, true},
    OptionSpec{"--output", 'o', "FILE", "write there; - is standard output"},
};

const std::array groups{OptionGroup{"Simulate", simulate_options}};

int run_simulate_command(const Arguments& arguments, DiskStore& files, Talk& talk) {
  Diagnostics faults;
  if (!arguments.words.empty()) faults.error("J104", {}, "simulate reads no FILE", "-o FILE names the output");
  if (!arguments.has("--output"))
    faults.error("J104", {}, "no output was given", "-o FILE, or -o - for standard output");
  if (faults.has_errors()) {
    talk.diagnostics(faults);
    return exit_code(faults);
  }
  SimulateRequest request;
  request.geography = arguments.text("--geography", "icb-2022");
  request.records = arguments.number("--records").value_or(request.records);
  request.seed = arguments.number("--seed").value_or(request.seed);
  const std::string path = arguments.text("--output");
  std::optional<OutputFile> file;
  if (path != "-") file.emplace(path, Privacy::shared);
  const auto outcome = run_simulate(request, files, [&](std::string_view text) {
    if (file) {
      file->write(text);
    } else {
      talk.print(text);
    }
  });
  talk.diagnostics(outcome.diagnostics);
  if (outcome) {
    if (file && !talk.refuses_output(outcome.diagnostics)) file->commit();
    for (const std::string& note : *outcome)
      talk.say(note);
  }
  return exit_code(outcome.diagnostics, talk.strict());
}

} // namespace

const Command simulate_command{
    "simulate",
    "Help",
    "a synthetic survey, the same for the same seed everywhere",
    "simulate [--geography ID] [--records N] [--seed N] -o FILE",
    "Writes a CSV of invented people with areas, strata, practices, weights, age and sex, and answers to every\n"
    "questionnaire: to try a study on, to test, to learn. Nobody in it exists.",
    "joinedup simulate -o survey.csv\njoinedup simulate --records 1000000 --seed 7 -o - | gzip > survey.csv.gz",
    groups,
    run_simulate_command};

} // namespace joinedup
