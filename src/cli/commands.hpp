// The table of commands; its order is the order of the help.
#pragma once

#include "cli/command.hpp"

#include <span>
#include <string>
#include <vector>

namespace joinedup {

std::span<const Command> commands();
const Command* find_command(std::string_view name); ///< null when there is none
/// Options that every command takes, before or after its name.
std::span<const OptionGroup> global_options();

extern const Command benchmark_command, score_command, inspect_command, map_command;
extern const Command quality_command, explain_command, compare_command, report_command, verify_command;
extern const Command instruments_command, methods_command, simulate_command, selftest_command;
extern const Command completion_command, man_command;
extern const Command aggregate_command, merge_command;

} // namespace joinedup
