// Files without a name: only this process sees them and they are gone with it, however it ends.
#pragma once

#include <string>

namespace joinedup {

/// The folder that the user has chosen for temporary files (TMPDIR), or the system's own. Answers of people must lie
/// nowhere else, so a chosen folder that is not there is "" and no other one is taken. The one place below the command
/// line that looks at the environment, and only through the standard library.
std::string temporary_folder();

/// A descriptor (3 or more) for reading and writing, mode 0600, closed on exec; -1 = none, with errno set.
int unnamed_file(const std::string& folder);

} // namespace joinedup
