// The writers of a results folder: declared in the public header, so that programs can call them too.
#pragma once

#include "model/command_record.hpp"

#include <joinedup/report.hpp>

namespace joinedup {

/// run.json with the command that `verify` repeats.
std::string run_json(const RunResults& results, const CommandRecord& command);

} // namespace joinedup
