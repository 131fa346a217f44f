// `joinedup simulate`: a synthetic survey of a geography, the same bytes for the same seed everywhere.
#pragma once

#include "pipeline/file_store.hpp"

#include <joinedup/outcome.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

struct SimulateRequest {
  std::string geography; ///< empty = the one that the simulation's definition names
  std::uint64_t records = 12000;
  std::uint64_t seed = 1;
};

/// Writes CSV text piece by piece to `write`; gives the notes to print (what the answers are drawn near, and how sure
/// that is).
Outcome<std::vector<std::string>> run_simulate(const SimulateRequest& request, FileStore& files,
                                               const std::function<void(std::string_view)>& write);

} // namespace joinedup
