#include "support/catch.hpp"

#include "report/svg/scale.hpp"

#include <rapidcheck.h>

#include <cmath>

using namespace joinedup;

TEST_CASE("A scale is cut at round steps that hold the data") {
  const AxisScale scale = axis_scale(51.3, 74.9);
  CHECK(scale.step == 4);
  CHECK(scale.low == 48);
  CHECK(scale.high == 76);
  CHECK(scale.inner_ticks() == std::vector<double>{52, 56, 60, 64, 68, 72});
  CHECK_THAT(scale.percent(62), WithinAbs(50, 1e-12));
}

TEST_CASE("Small scales have the decimals that their steps need") {
  CHECK(axis_scale(0.61, 0.74).decimals() == 2);
  CHECK(axis_scale(61.1, 62.9).decimals() == 1);
  CHECK(axis_scale(10, 90).decimals() == 0);
}

TEST_CASE("equal ends are widened however large they are") {
  const AxisScale scale = axis_scale(1e19, 1e19);
  CHECK(scale.low < 1e19);
  CHECK(scale.high > 1e19);
  CHECK(scale.decimals() == 0);
  CHECK(scale.inner_ticks().size() < 20);
}

TEST_CASE("One value alone still makes a scale") {
  const AxisScale scale = axis_scale(60, 60);
  CHECK(scale.low < 60);
  CHECK(scale.high > 60);
}

TEST_CASE("Any scale holds its ends and has a step of 1 or 2 or 4 or 5 times a power of ten") {
  CHECK(rc::check("scale", [](int a, int b) {
    const double low = std::min(a, b) / 64.0, high = std::max(a, b) / 64.0;
    const AxisScale scale = axis_scale(low, high);
    RC_ASSERT(scale.low <= low + 1e-6 * (1 + std::abs(low)));
    RC_ASSERT(scale.high >= high - 1e-6 * (1 + std::abs(high)));
    RC_ASSERT(scale.inner_ticks().size() <= 9);
    const double mantissa = scale.step / std::pow(10, std::floor(std::log10(scale.step) + 1e-9));
    const double nearest = std::round(mantissa);
    RC_ASSERT(std::abs(mantissa - nearest) < 1e-6);
    RC_ASSERT(nearest == 1 || nearest == 2 || nearest == 4 || nearest == 5);
  }));
}
