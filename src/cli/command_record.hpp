// Arguments of `benchmark` <-> what the run record keeps of them.
#pragma once

#include "cli/arguments.hpp"
#include "model/command_record.hpp"

#include <functional>
#include <string>

namespace joinedup {

/// Without folders, and without what says only where results go or how the run talks.
CommandRecord command_record(const Arguments& arguments);

/// The arguments again. `place` gives the path of each file that they name.
Arguments recorded_arguments(const CommandRecord& command, const std::function<std::string(const std::string&)>& place);

} // namespace joinedup
