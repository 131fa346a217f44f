// Mergeable sums from which area means and their linearised covariances follow (RULINGS R23, R24).
#pragma once

#include "estimate/cell_figures.hpp"
#include "estimate/stratum_variance.hpp"

#include <joinedup/estimates.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace joinedup {

class Pack;
struct PackedNumbers;

/// What the sums are of. `centres`: per indicator, the middle of its goalposts; scores are centred on it first,
/// against cancellation. The first `index_indicators` have covariances with each other, the rest only variances.
struct SumsDesign {
  std::vector<std::string> indicators;
  std::vector<double> centres;
  std::size_t index_indicators = 0;
  bool strata = false, clusters = false;
};

/// Sums over records, by area (a number of the AreaDictionary), and stratum and cluster where the design has them.
/// merge is exact, associative and commutative; empty is its identity: results do not depend on how the work is cut.
class IndicatorSums {
public:
  explicit IndicatorSums(SumsDesign design);
  IndicatorSums(IndicatorSums&&) noexcept;
  IndicatorSums& operator=(IndicatorSums&&) noexcept;
  ~IndicatorSums();

  /// One record that took part. `scores`: K values, NaN = none. `count` identical records. weight >= 0; weight 0 counts
  /// as sampled and in nothing else.
  void add(std::uint32_t area, std::uint32_t stratum, std::uint32_t cluster, double weight, std::uint64_t count,
           std::span<const double> scores);
  void merge(const IndicatorSums& other);
  /// Cells in the order of the file's numbers, each key once. The design is not packed: whoever reads knows it.
  void pack(Pack& pack, const PackedNumbers& numbers);

  /// Sums of a cell as plain numbers, and back; not in designs with clusters. Stratum 0 where there are none.
  void each_cell(
      const std::function<void(std::uint32_t area, std::uint32_t stratum, const CellFigures& figures)>& see) const;
  void add_cell(std::uint32_t area, std::uint32_t stratum, const CellFigures& figures);

  const SumsDesign& design() const;

  /// Means, SDs and covariances. `code_of`: area number -> code; `region_of`: code -> region code, "" = none.
  /// Cluster numbers only group, and so do stratum numbers but for the populations of `choices`.
  Estimates estimate(const std::function<std::string(std::uint32_t)>& code_of,
                     const std::function<std::string(const std::string&)>& region_of, const std::string& total_code,
                     const DesignChoices& choices = {}) const;

  /// Stratum number -> units (PSUs, or rows) sampled in it.
  std::map<std::uint32_t, std::uint64_t> stratum_units() const;

private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

} // namespace joinedup
