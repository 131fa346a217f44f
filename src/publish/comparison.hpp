// Areas against their target: z, p, false discovery rate, spread between areas, bands, reliability (RULINGS R1, R8,
// R40). Each indicator and the index are compared on their own.
#pragma once

#include "publish/target.hpp"

#include <joinedup/comparison_options.hpp>
#include <joinedup/results.hpp>

#include <span>
#include <string>
#include <vector>

namespace joinedup {

/// One area compared; everything empty where it is not.
struct ComparedArea {
  Comparison comparison;
  Number reliability, shrunk; ///< `shrunk` is the empirical Bayes value, empty where the study asks for none
};

/// `phi` and `tau2` (Spiegelhalter's moments, behind the bands), `between` (behind reliability); NaN with fewer than
/// five areas. Defaults of ComparisonOptions: winsorised, Paule-Mandel.
struct ComparedAreas {
  std::vector<ComparedArea> areas;  ///< in the order given
  std::vector<std::size_t> members; ///< numbers of those compared
  Target target;
  double phi = 0, tau2 = 0, between = 0;
  std::string tau2_reason; ///< why tau2 is 0 or not given; empty = it is above 0

  bool few() const { return members.size() < fewest; }
  static constexpr std::size_t fewest = 5; ///< areas that tau2, ranks and z_od need (R40)
};

ComparedAreas compare_areas(std::span<const Contender> areas, const ComparisonRule& rule,
                            const ComparisonOptions& options = {});

} // namespace joinedup
