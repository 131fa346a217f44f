// Small calls of the system, with OutputFault for what fails.
#pragma once

#include <string>
#include <string_view>

namespace joinedup {

void write_all(int descriptor, std::string_view text, const std::string& path);
/// Folder of a path, "." where it names none.
std::string parent_of(const std::string& path);
/// A template for mkstemp and mkdtemp beside `path`.
std::string aside_template(const std::string& path);
/// Makes renames in a folder last; quiet where a file system cannot.
void sync_folder(const std::string& folder);
/// The path with symbolic links of its last part followed.
std::string resolved(const std::string& path);
unsigned file_mode_mask(); ///< the process's umask

} // namespace joinedup
