// Bundled samples scored with this installation, and their figures held against those of other programs.
#pragma once

#include "cli/disk_store.hpp"

#include <joinedup/diagnostics.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace joinedup {

struct SampleResult {
  std::string id, title, source;
  std::size_t rows = 0, figures = 0, differing = 0;
  std::string first;              ///< the first figure that differs, what was expected and what came
  std::vector<std::string> users; ///< definitions of a user's folder that it was scored with
  Diagnostics faults;             ///< when the sample could not be scored
  bool passed() const { return differing == 0 && figures > 0 && !faults.has_errors(); }
};

/// `definitions` gives those in reach, as every other command finds them. A list of samples that cannot be read is a
/// broken build: throws std::logic_error.
std::vector<SampleResult> run_selftest(DiskStore& definitions, unsigned threads);

} // namespace joinedup
