// Draft rows -> comparisons of the index and of every indicator with their targets, and ranks.
#pragma once

#include "pipeline/area_rows.hpp"
#include "publish/comparison.hpp"

#include <joinedup/estimates.hpp>
#include <joinedup/results.hpp>

namespace joinedup {

/// An area that holds more than this share of the weight is compared with everyone else (RULINGS R1).
inline constexpr double large_share = 0.10;
/// Below this reliability an area is shown with caution and not ranked (RULINGS R2).
inline constexpr double reliable = 0.7;

struct IndexComparison {
  ComparedAreas areas;
  std::size_t large = 0;          ///< areas compared with everyone else
  std::size_t hidden_members = 0; ///< compared behind the scenes though hidden (target `areas-fixed`)
};

IndexComparison compare_index(const DraftTable& table, const IndexFrame& frame, const RunResults& results);

/// Puts the comparison into the published rows: nothing where the row is hidden, only the difference where the index
/// is never banded.
void publish_comparison(const IndexComparison& comparison, RunResults& results);

/// Every indicator that may be compared, each with a target and a spread of its own.
void compare_indicators(const DraftTable& table, RunResults& results);

/// Ranks among areas with status ok.
void rank_rows(const DraftTable& table, bool few, RunResults& results);

} // namespace joinedup
