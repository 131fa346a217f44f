// How many respondents a comparison needs, by Student's t with its exact non-central distribution.
#pragma once

#include <cstdint>

namespace joinedup {

/// A two-sided test of the mean of one group against a known value, or of two groups of equal size.
enum class TestOf : std::uint8_t { one_group, two_groups };

struct PowerQuestion {
  double sd = 1, alpha = 0.05;
  TestOf test = TestOf::two_groups;
};

/// Chance that a true difference `delta` is found with n in each group (a fraction is allowed; above 1). The tail on
/// the wrong side is not counted.
double t_test_power(double n, double delta, const PowerQuestion& question = {});
/// The n in each group, a fraction, that finds `delta` with this power, 2 at least; NaN where not even
/// ten million do.
double respondents_for_power(double delta, double power, const PowerQuestion& question = {});
/// The smallest difference that n in each group find with this power.
double detectable_difference(double n, double power, const PowerQuestion& question = {});

} // namespace joinedup
