#include "stats/power.hpp"

#include "support/catch.hpp"

#include <cmath>

using namespace joinedup;

TEST_CASE("power equals R's power.t.test") {
  // R 4.2.2, power.t.test with tol 1e-13; its default tolerance prints 63.76576 for the first.
  CHECK_THAT(respondents_for_power(0.5, 0.8), WithinRel(63.7657637248461, 1e-8));
  CHECK_THAT(respondents_for_power(1, 0.9), WithinRel(22.0210955700938, 1e-8));
  CHECK_THAT(respondents_for_power(0.5, 0.9, {1, 0.05, TestOf::one_group}), WithinRel(43.9954952230113, 1e-8));
  CHECK_THAT(detectable_difference(20, 0.8), WithinRel(0.909130127626943, 1e-8));
  CHECK_THAT(t_test_power(20, 1), WithinRel(0.868952801692498, 1e-8));
  CHECK_THAT(detectable_difference(350, 0.8, {12, 0.05, TestOf::one_group}), WithinRel(1.80197612532523, 1e-8));
}

TEST_CASE("a smaller difference takes more respondents, and what n finds is found by n") {
  CHECK(respondents_for_power(0.2, 0.8) > respondents_for_power(0.3, 0.8));
  const double n = respondents_for_power(3, 0.8, {12, 0.05, TestOf::two_groups});
  CHECK_THAT(detectable_difference(n, 0.8, {12, 0.05, TestOf::two_groups}), WithinRel(3.0, 1e-8));
}

TEST_CASE("questions without an answer have none") {
  CHECK(std::isnan(t_test_power(1, 1)));
  CHECK(std::isnan(respondents_for_power(0, 0.8)));
  CHECK(std::isnan(respondents_for_power(0.5, 1)));
  CHECK(std::isnan(respondents_for_power(0.5, 0.8, {0, 0.05, TestOf::two_groups})));
  CHECK(std::isnan(detectable_difference(1, 0.8)));
}
