#include "cli/commands.hpp"

#include <array>

namespace joinedup {

namespace {

constexpr std::array everywhere{
    OptionSpec{"--quiet", 'q', {}, "only warnings and errors"},
    OptionSpec{"--verbose", 'v', {}, "also the settings in force and where each came from"},
    OptionSpec{"--diagnostics", 0, "text|json", "messages for people, or a JSON object a line"},
    OptionSpec{"--color", 0, "auto|always|never", "colour of messages (auto: on a terminal, unless NO_COLOR is set)"},
    OptionSpec{"--progress", 0, "auto|always|never", "how far reading is, past a second (auto: on a terminal)"},
    OptionSpec{"--threads", 0, "N", "threads to use (default: all cores); results never depend on it", false, true},
    OptionSpec{
        "--strict", 0, {}, "warnings count as errors: exit 1 and no results; inspect, map and checks still report"},
    OptionSpec{"--show-values", 0, {}, "let messages show answers as they were found (may be personal)"},
    OptionSpec{"--instrument-dir", 0, "DIR", "look for definitions here first (repeatable)", true},
    OptionSpec{"--version", 0, {}, "the version"},
    OptionSpec{"--help", 'h', {}, "this help"},
};

constexpr std::array everywhere_groups{OptionGroup{"Everywhere", everywhere}};

} // namespace

std::span<const Command> commands() {
  static const std::array table{
      benchmark_command, score_command,    inspect_command,  map_command,        instruments_command, methods_command,
      quality_command,   explain_command,  compare_command,  report_command,     verify_command,      aggregate_command,
      merge_command,     simulate_command, selftest_command, completion_command, man_command};
  return table;
}

const Command* find_command(std::string_view name) {
  for (const Command& command : commands()) {
    if (command.name == name) return &command;
  }
  return nullptr;
}

std::span<const OptionGroup> global_options() { return everywhere_groups; }

} // namespace joinedup
