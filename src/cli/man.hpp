// Manual pages in roff, made from the same records as the help, so that they never lag behind it.
#pragma once

#include "cli/command.hpp"

#include <span>
#include <string>
#include <string_view>

namespace joinedup {

/// joinedup(1): the commands, the options that all of them take, exit codes and environment.
std::string man_overview(std::span<const Command> commands, std::span<const OptionGroup> global,
                         std::string_view version);
/// joinedup-COMMAND(1).
std::string man_page(const Command& command, std::span<const OptionGroup> global, std::string_view version);

} // namespace joinedup
