#include "estimate/sample_design.hpp"

#include <algorithm>
#include <numeric>

namespace joinedup {

namespace {

/// Rows of a part, all and with weight.
struct PartRows {
  std::uint64_t all = 0, weighted = 0;
};

/// Numbers parts and strata in the order of their keys, and counts the rows of each part.
std::vector<PartRows> number_parts(SampleDesign& design, std::span<const CellKey> keys, std::span<const Cell> cells) {
  std::vector<std::size_t> order(keys.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t cell) { return std::pair(keys[cell].stratum, keys[cell].cluster); });
  std::vector<PartRows> rows;
  design.part_of.resize(keys.size());
  const CellKey* last = nullptr;
  for (const std::size_t cell : order) {
    const CellKey& key = keys[cell];
    const bool new_stratum = last == nullptr || last->stratum != key.stratum;
    if (new_stratum) {
      design.stratum_units.push_back(0);
      design.strata.push_back(key.stratum);
    }
    if (new_stratum || last->cluster != key.cluster) {
      rows.emplace_back();
      design.stratum_of.push_back(static_cast<std::uint32_t>(design.stratum_units.size() - 1));
    }
    design.part_of[cell] = static_cast<std::uint32_t>(rows.size() - 1);
    rows.back().all += cells[cell].rows();
    rows.back().weighted += cells[cell].weighted_rows();
    last = &key;
  }
  return rows;
}

} // namespace

SampleDesign sample_design(std::span<const CellKey> keys, std::span<const Cell> cells, bool clusters,
                           const DesignChoices& choices) {
  SampleDesign design;
  design.clusters = clusters;
  const auto rows = number_parts(design, keys, cells);
  std::vector<bool> weighted(design.stratum_units.size());
  for (std::size_t part = 0; part < rows.size(); ++part) {
    const std::uint32_t stratum = design.stratum_of[part];
    const bool has_weight = rows[part].weighted > 0;
    design.rows += rows[part].all;
    design.stratum_units[stratum] += clusters ? 1 : rows[part].all;
    design.weighted_units += clusters ? (has_weight ? 1 : 0) : rows[part].weighted;
    weighted[stratum] = weighted[stratum] || has_weight;
  }
  design.variances = stratum_variances(design.stratum_units, design.strata, choices);
  design.weighted_strata = static_cast<std::uint64_t>(std::ranges::count(weighted, true));
  return design;
}

} // namespace joinedup
