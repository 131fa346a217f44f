// Measures that an area lacks, taken from the areas around it: only where an index definition asks for it.
#pragma once

#include "index/coverage.hpp"
#include "pipeline/assemble_cells.hpp"

#include <joinedup/estimates.hpp>
#include <joinedup/index_methods.hpp>

#include <vector>

namespace joinedup {

/// What may stand for a missing measure in the areas of one group: the mean or median of the means that are shown
/// there, with their standard deviation (n - 1) as its standard error. NaN with fewer than two such areas.
struct GroupValue {
  double value = 0, sd = 0;
};

class AreaImputation {
public:
  /// Groups are the regions; areas of none, or all areas where there are no regions, make one group.
  AreaImputation(const MethodChoice& method, const Estimates& estimates, const PublishedCells& cells,
                 std::uint64_t minimum);

  /// The estimate of area `a` with a value of its group for every index indicator that `present` lacks, where the group
  /// has one; marks those as present. `imputed` counts them.
  DomainEstimate filled(std::size_t a, Presence& present, std::size_t& imputed) const;
  bool wanted() const { return wanted_; }

private:
  const Estimates& estimates_;
  std::vector<std::size_t> group_of_;           ///< [area]
  std::vector<std::vector<GroupValue>> values_; ///< [group][indicator]
  bool wanted_ = false;
};

} // namespace joinedup
