#include "index/combine.hpp"

#include "support/catch.hpp"

#include <cmath>
#include <vector>

using namespace joinedup;

TEST_CASE("the arithmetic mean does not see imbalance and the geometric mean does") {
  // 55 60 58 70 and 80 62 58 43 have the same arithmetic mean; their plain geometric means are 60.5006 and 59.3054
  // (docs/methods.md). A shifted value s stands for points (s - 1) / 0.99.
  const std::vector<double> even = {55, 60, 58, 70}, uneven = {80, 62, 58, 43}, weights(4, 0.25);
  CHECK_THAT(combine(arithmetic_mean, even, weights), WithinAbs(60.75, 1e-12));
  CHECK_THAT(combine(arithmetic_mean, uneven, weights), WithinAbs(60.75, 1e-12));
  const auto unshifted = [](std::vector<double> values) {
    for (double& value : values)
      value = (value - 1) / 0.99;
    return values;
  };
  CHECK_THAT(combine(geometric_mean, unshifted(even), weights), WithinAbs(60.5006, 5e-5));
  CHECK_THAT(combine(geometric_mean, unshifted(uneven), weights), WithinAbs(59.3054, 5e-5));
}

TEST_CASE("the geometric mean is shifted to the scale from 1 to 100") {
  const std::vector<double> worst = {0}, best = {100}, half = {0, 100}, one = {1}, halves = {0.5, 0.5};
  CHECK_THAT(combine(geometric_mean, worst, one), WithinAbs(1, 1e-12));
  CHECK_THAT(combine(geometric_mean, best, one), WithinAbs(100, 1e-9));
  CHECK_THAT(combine(geometric_mean, half, halves), WithinAbs(10, 1e-9));
}

TEST_CASE("points too far below the goalposts have no geometric mean") {
  const std::vector<double> points = {-2, 50}, weights = {0.5, 0.5};
  CHECK(std::isnan(combine(geometric_mean, points, weights)));
}

TEST_CASE("what weighs nothing is not looked at") {
  const std::vector<double> points = {std::nan(""), 40}, weights = {0, 1};
  CHECK(combine(arithmetic_mean, points, weights) == 40);
}
