// A folder that benchmark wrote, as other commands take it: the folder, or the file in it that they read.
#pragma once

#include "cli/disk_store.hpp"

#include <joinedup/diagnostics.hpp>

#include <optional>
#include <string>

namespace joinedup {

struct RunFile {
  std::string folder; ///< without a slash at its end; "." where only a file was named
  std::string path;   ///< of the file
  std::string text;
};

/// `word` is the folder of a run or the file `name` (results.json, run.json) in it. J320 where there is no such thing.
std::optional<RunFile> file_of_run(const std::string& word, const std::string& name, DiskStore& files,
                                   Diagnostics& diagnostics);

} // namespace joinedup
