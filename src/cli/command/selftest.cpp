// `joinedup selftest`: does this installation score as it should?
#include "cli/selftest.hpp"
#include "cli/commands.hpp"

#include <joinedup/version.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace joinedup {

namespace {

constexpr int not_passed = 5; // the contract's code for a gate that was not met

std::string line_of(const SampleResult& sample) {
  if (sample.faults.has_errors()) return fmt::format("FAIL  {:<20}could not be scored\n", sample.id);
  if (!sample.passed())
    return fmt::format("FAIL  {:<20}{} of {} figures differ; {}\n", sample.id, sample.differing, sample.figures,
                       sample.first);
  return fmt::format("ok    {:<20}{} figures of {} rows: {} ({})\n", sample.id, sample.figures, sample.rows,
                     sample.title, sample.source);
}

int run_selftest_command(const Arguments& arguments, DiskStore& files, Talk& talk) {
  Diagnostics faults;
  if (!arguments.words.empty())
    faults.error("J104", {}, "selftest takes no FILE: its samples come with the program", "joinedup selftest");
  if (faults.has_errors()) {
    talk.diagnostics(faults);
    return exit_code(faults);
  }
  const auto samples = run_selftest(files, static_cast<unsigned>(arguments.number("--threads").value_or(0)));
  std::set<std::string> users;
  std::size_t passed = 0;
  for (const SampleResult& sample : samples) {
    talk.show(line_of(sample));
    talk.diagnostics(sample.faults);
    users.insert(sample.users.begin(), sample.users.end());
    passed += sample.passed() ? 1U : 0U;
  }
  for (const std::string& name : users)
    talk.show(fmt::format("note  {} is that of a user's folder, not the one that comes with the program\n", name));
  talk.show(fmt::format("{} of {} samples pass: joinedup {}\n", passed, samples.size(), version));
  return passed == samples.size() && passed > 0 ? 0 : not_passed;
}

} // namespace

const Command selftest_command{
    "selftest",
    "Help",
    "scores bundled samples and holds them against the figures of other programs",
    "selftest",
    "For whoever accepts an installation: answers that come with the program are scored with the definitions in\n"
    "reach, and each figure is held against what R packages or people with pencil and paper found. A line a sample;\n"
    "exit 0 when all pass, 5 when one does not. Needs no file and no network, and writes none.",
    "joinedup selftest\n"
    "joinedup selftest --instrument-dir definitions/",
    {},
    run_selftest_command};

} // namespace joinedup
