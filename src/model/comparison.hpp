// What `compare` found: one row a figure, as its CSV and JSON show them.
#pragma once

#include <joinedup/results.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace joinedup {

/// `n`: people behind the figure. A hidden row has neither value nor n. `wave`: a wave, a group, or "change".
struct ComparisonRow {
  std::string area_code, level; ///< level: total or area
  std::string score, wave, statistic, dimension, category;
  std::optional<double> value;
  std::optional<std::uint64_t> n;
  std::string status; ///< ok, not_computable or suppressed
};

struct ComparisonResults {
  std::vector<ComparisonRow> rows; ///< the total first, then areas by code
  std::vector<Setting> settings;
  std::vector<InputInfo> inputs;
  Reconciliation reconciliation;
};

} // namespace joinedup
