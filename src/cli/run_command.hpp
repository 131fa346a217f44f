// Words of the command line -> exit code: finds the command, parses its options, runs it, catches what is broken.
#pragma once

#include "cli/console.hpp"

#include <string>
#include <vector>

namespace joinedup {

int run_command(std::vector<std::string> words, Console& console);

/// Exit codes of the contract that no diagnostic carries.
inline constexpr int exit_usage = 2, exit_files = 3, exit_our_fault = 70;

} // namespace joinedup
