// Who was sampled: strata, and the sampled units in them, by which variances are counted.
#pragma once

#include "estimate/cell.hpp"
#include "estimate/cell_index.hpp"
#include "estimate/stratum_variance.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace joinedup {

/// Cells fall into parts: a part is a PSU in designs with clusters, else a stratum (the whole sample without strata).
/// The units that variances count are PSUs, or else rows, whatever they answered and with weight 0 too.
struct SampleDesign {
  bool clusters = false;
  std::vector<std::uint32_t> part_of;       ///< by cell
  std::vector<std::uint32_t> stratum_of;    ///< by part
  std::vector<std::uint64_t> stratum_units; ///< by stratum: PSUs or rows sampled
  std::vector<std::uint32_t> strata;        ///< by stratum: its number in the keys
  std::vector<StratumVariance> variances;   ///< by stratum
  std::uint64_t rows = 0;                   ///< sampled
  std::uint64_t weighted_units = 0;         ///< PSUs or rows with weight above 0
  std::uint64_t weighted_strata = 0;        ///< strata that hold such units
};

SampleDesign sample_design(std::span<const CellKey> keys, std::span<const Cell> cells, bool clusters,
                           const DesignChoices& choices);

} // namespace joinedup
