// `joinedup simulate`: a synthetic survey to try things on.
#include "cli/commands.hpp"
#include "cli/output.hpp"

#include "base/text.hpp"
#include "pipeline/library.hpp"
#include "pipeline/plan_run.hpp"
#include "pipeline/simulate_run.hpp"

#include <fmt/format.h>

#include <array>

namespace joinedup {

namespace {

constexpr std::array simulate_options{
    OptionSpec{"--geography", 0, "ID", "areas to survey (default: icb-2022)"},
    OptionSpec{"--records", 0, "N", "records (default: 12000)", false, true},
    OptionSpec{"--seed", 0, "N", "seed (default: 1); the same seed gives the same bytes everywhere", false, true},
    OptionSpec{"--output", 'o', "FILE", "write there; - is standard output"},
};

constexpr std::array plan_options{
    OptionSpec{"--plan", 0, {}, "no survey, but how many respondents an area needs"},
    OptionSpec{"--icc", 0, "ICC|RESULTS", "intra-class correlation, or the results.json of a run with \"reliability\""},
    OptionSpec{"--reliability", 0, "R", "wanted (default: 0.7, 0.8 and 0.9)", true},
    OptionSpec{"--deff", 0, "D", "design effect (default: 1; a run's own is in its correlations)"},
    OptionSpec{"--respondents", 0, "N", "an area, to tell the detectable difference for (default: 100, 300, 1000)",
               true, true},
    OptionSpec{"--difference", 0, "D", "to be found, to tell how many respondents an area that needs", true},
    OptionSpec{"--sd", 0, "SD", "of one respondent (default: 1: differences in standard deviations)"},
    OptionSpec{"--power", 0, "P", "chance to find the difference (default: 0.8)"},
};

const std::array groups{OptionGroup{"Simulate", simulate_options}, OptionGroup{"Plan", plan_options}};

/// The number that an option gives, between two limits that are not reached; `otherwise` where it is not given.
double number_between(const Arguments& arguments, std::string_view name, double low, double high, double otherwise,
                      Diagnostics& faults) {
  if (!arguments.has(name)) return otherwise;
  const auto number = parse_number(arguments.text(name));
  if (number && *number > low && *number < high) return *number;
  faults.error("J104", {},
               fmt::format("{} {}: expected a number above {} and below {}", name, arguments.text(name), low, high));
  return otherwise;
}

PlanRequest plan_request(const Arguments& arguments, Diagnostics& faults) {
  constexpr double most = 1e6;
  PlanRequest out;
  out.icc = arguments.text("--icc");
  out.deff = number_between(arguments, "--deff", 0, most, out.deff, faults);
  out.sd = number_between(arguments, "--sd", 0, most, out.sd, faults);
  out.power = number_between(arguments, "--power", 0.025, 1, out.power, faults);
  if (arguments.has("--reliability")) out.reliability.clear();
  for (const std::string& text : arguments.all("--reliability")) {
    const auto number = parse_number(text);
    if (number && *number > 0 && *number < 1)
      out.reliability.push_back(*number);
    else
      faults.error("J104", {}, fmt::format("--reliability {}: expected a number above 0 and below 1", text));
  }
  for (const std::string& text : arguments.all("--difference")) {
    const auto number = parse_number(text);
    if (number && *number > 0 && *number < most)
      out.differences.push_back(*number);
    else
      faults.error("J104", {}, fmt::format("--difference {}: expected a number above 0", text));
  }
  if (arguments.has("--respondents") || !out.differences.empty()) out.n.clear();
  for (const std::string& text : arguments.all("--respondents"))
    out.n.push_back(parse_number(text).value_or(0));
  for (const double n : out.n)
    if (n / out.deff < 2)
      faults.error("J104", {}, fmt::format("--respondents {}: over the design effect that is fewer than 2", n));
  return out;
}

int run_plan_command(const Arguments& arguments, DiskStore& files, Talk& talk) {
  Diagnostics faults;
  for (const char* option : {"--geography", "--records", "--seed"})
    if (arguments.has(option)) faults.error("J104", {}, fmt::format("--plan draws no survey and takes no {}", option));
  const PlanRequest request = plan_request(arguments, faults);
  if (faults.has_errors()) {
    talk.diagnostics(faults);
    return exit_code(faults);
  }
  const std::string path = arguments.text("--output", "-");
  std::optional<OutputFile> file;
  if (path != "-") file.emplace(path, Privacy::shared);
  const auto rows = run_plan(request, files);
  talk.diagnostics(rows.diagnostics);
  if (!rows) return exit_code(rows.diagnostics, talk.strict());
  const std::string text = plan_csv(request, *rows);
  if (file) {
    file->write(text);
    file->commit();
  } else {
    talk.print(text);
  }
  talk.say("respondents for a reliability: deff x R (1 - ICC) / (ICC (1 - R)); differences: two-sided t test at 5 %");
  return exit_code(rows.diagnostics, talk.strict());
}

int run_simulate_command(const Arguments& arguments, DiskStore& files, Talk& talk) {
  if (arguments.has("--plan") && arguments.words.empty()) return run_plan_command(arguments, files, talk);
  Diagnostics faults;
  for (const OptionSpec& option : plan_options)
    if (arguments.has(option.name) && option.name != "--plan")
      faults.error("J104", {}, fmt::format("{} goes with --plan", option.name));
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
    "simulate [--geography ID] [--records N] [--seed N] -o FILE\n       joinedup simulate --plan [--icc ICC|RESULTS]",
    "Writes a CSV of invented people with areas, strata, practices, weights, age and sex, and answers to every\n"
    "questionnaire: to try a study on, to test, to learn. Nobody in it exists.\n"
    "With --plan, a CSV of the respondents that an area needs for a wanted reliability, and of the differences that\n"
    "so many can show.",
    "joinedup simulate -o survey.csv\njoinedup simulate --records 1000000 --seed 7 -o - | gzip > survey.csv.gz\n"
    "joinedup simulate --plan --icc 0.05 --deff 1.3",
    groups,
    run_simulate_command};

} // namespace joinedup
