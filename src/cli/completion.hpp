// Shell completion made from the tables of commands and options, so that it never lags behind them.
#pragma once

#include "cli/command.hpp"

#include <span>
#include <string>
#include <string_view>

namespace joinedup {

/// What bash, zsh and fish source: commands, their options, the words that an option takes, else file names.
std::string bash_completion(std::span<const Command> commands, std::span<const OptionGroup> global);
std::string zsh_completion(std::span<const Command> commands, std::span<const OptionGroup> global);
std::string fish_completion(std::span<const Command> commands, std::span<const OptionGroup> global);

} // namespace joinedup
