// Words of the command line -> Arguments, by the options as data. The only unit that knows CLI11.
#pragma once

#include "cli/arguments.hpp"
#include "cli/option.hpp"

#include <joinedup/outcome.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

/// `command` names the command in hints (`joinedup COMMAND --help`); `groups` are all options it takes, global ones
/// too. Unknown options (with near names), missing values and words that are no choice are J107, all at once.
Outcome<Arguments> parse_arguments(std::string_view command, std::span<const OptionGroup> groups,
                                   std::vector<std::string> words);

/// Where the name of the command stands among the words: the first that is neither a global option nor its value.
/// Size of `words` when there is none.
std::size_t command_position(const std::vector<std::string>& words, std::span<const OptionGroup> global);

} // namespace joinedup
