// How far areas spread beyond sampling error, and where an area lies in that spread, under a study's choices (R8).
#pragma once

#include <joinedup/comparison_options.hpp>

#include <span>
#include <string>

namespace joinedup {

/// NaN phi and tau2 where no spread is asked for or nothing is left to measure it by.
struct UsualSpread {
  double phi = 0, tau2 = 0;
  double factor = 1;  ///< of the standard error; above 1 with the multiplicative form only
  bool given = false; ///< false: nothing is held against a spread
  std::string reason; ///< why the spread adds nothing or is not given; empty = it adds

  /// The standard error of an area with the spread in it.
  double widened(double se) const;
  /// Difference over the widened error; NaN where no spread is given.
  double z(double difference, double se) const;
};

/// `z` = difference / se of the areas compared; NaN where an area takes no part.
UsualSpread usual_spread(std::span<const double> z, std::span<const double> se, const ComparisonOptions& options);

} // namespace joinedup
