// Measures that an area lacks, taken from other areas, from what else it has, or from the wave before: only where an
// index definition asks for it.
#pragma once

#include "index/coverage.hpp"
#include "pipeline/assemble_cells.hpp"

#include <joinedup/estimates.hpp>
#include <joinedup/results.hpp>

#include <span>
#include <string>
#include <vector>

namespace joinedup {

/// What the areas of one group say of a measure: mean, median and standard deviation (n - 1) of the means that are
/// shown there. NaN with fewer than two such areas.
struct GroupValue {
  double mean = 0, median = 0, sd = 0;
};

class AreaImputation {
public:
  /// None.
  explicit AreaImputation(const Estimates& estimates) : estimates_(estimates) {}
  /// As the index of `results` says. Groups are the regions; areas of none, or all areas where there are no regions,
  /// make one group.
  AreaImputation(const RunResults& results, const Estimates& estimates, const PublishedCells& cells,
                 std::uint64_t minimum);

  /// The estimate of area `a` with a value for every index indicator that `present` lacks, where there is one; marks
  /// those as present. Its error is the group's standard deviation, or that of all areas. `imputed` counts them.
  DomainEstimate filled(std::size_t a, Presence& present, std::size_t& imputed) const;
  bool wanted() const { return method_ != "none"; }
  std::string where_from() const; ///< "the areas of its group"

private:
  double value_of(std::size_t a, std::size_t k, const Presence& present) const;
  /// Least squares over the areas that have `k` and all that `a` has; NaN with too few of them.
  double predicted(std::size_t a, std::size_t k, const Presence& present) const;

  const Estimates& estimates_;
  std::string method_ = "none";
  std::vector<std::size_t> group_of_;           ///< [area]
  std::vector<std::vector<GroupValue>> values_; ///< [group][indicator]; the last is of all areas
  std::vector<std::vector<double>> shown_;      ///< [area][indicator] means that are shown, else NaN
  std::vector<std::vector<double>> last_wave_;  ///< [area][indicator]; empty unless asked for
};

} // namespace joinedup
