// Help texts, made from the same records that the parser reads.
#pragma once

#include "cli/command.hpp"

#include <span>
#include <string>
#include <string_view>

namespace joinedup {

inline constexpr std::string_view program_summary =
    "survey exports -> patient-reported scores -> an Integration Index by area";

std::string general_help(std::span<const Command> commands, std::span<const OptionGroup> global);
std::string command_help(const Command& command, std::span<const OptionGroup> global);

} // namespace joinedup
