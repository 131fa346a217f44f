// SPSS, Stata and SAS transport files as text, with the parser kept in a process of its own.
#pragma once

#include "exports/container/child_process.hpp"
#include "exports/container/container.hpp"
#include "exports/container/private_file.hpp"

#include <string>

namespace joinedup {

/// By the file's length: 60 seconds of processor time, and two more for each megabyte.
ChildLimits limits_for(std::uint64_t bytes);

/// J230 the file is damaged, J231 its reader came to grief, J310 no process could be started.
Outcome<ContainedTable> open_statistics_file(ContainerKind kind, PrivateFile file, const std::string& name,
                                             const ChildLimits& limits);

} // namespace joinedup
