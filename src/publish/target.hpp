// The target that areas are compared with (RULINGS R1).
#pragma once

#include "stats/shrinkage.hpp"

#include <joinedup/comparison_options.hpp>
#include <joinedup/spec.hpp>

#include <optional>
#include <span>
#include <vector>

namespace joinedup {

/// An area as it stands before it is compared. NaN = not given.
struct Contender {
  double value = 0, se = 0;
  bool eligible = false;        ///< enough respondents, nothing missing: may be compared at all
  bool shown = false;           ///< not hidden
  std::optional<double> target; ///< an own target (the whole without this area); NaN = nothing is left to compare with
};

/// What is compared with what.
struct ComparisonRule {
  TargetKind kind = TargetKind::england;
  std::optional<double> given; ///< value of the whole, or a fixed or published value; none = nothing to compare with
  double given_se = 0;         ///< of a fixed or published value (independent of the survey), else 0
  bool low_is_good = false;
};

struct Target {
  double value = 0, se = 0; ///< NaN value = nothing to compare with; se: of pooled areas, or as given
};

/// Numbers of the contenders that are compared: eligible, with a value and an SE above 0, and shown. Those hidden only
/// by the secondary rule take part where the target is `areas-fixed` (R1), and nowhere else: any other published figure
/// then owes nothing to what is hidden.
std::vector<std::size_t> compared(std::span<const Contender> areas, const ComparisonRule& rule);

/// The estimator of the variance between areas that a study chose; `none` shrinks nothing and leaves Paule-Mandel.
BetweenVariance between_variance(const ComparisonOptions& options);

/// The common target. Pooled targets need two areas or more; a random-effects mean weighs by `between`.
Target common_target(std::span<const Contender> areas, std::span<const std::size_t> members, const ComparisonRule& rule,
                     BetweenVariance between = BetweenVariance::paule_mandel);

} // namespace joinedup
