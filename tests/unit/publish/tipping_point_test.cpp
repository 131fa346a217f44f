// How different non-respondents would have to be, by hand: (limit - z) x spread / (1 - rate), limits 1.959964 and
// 3.090232.
#include "publish/tipping_point.hpp"

#include "publish/bands.hpp"

#include "support/catch.hpp"

#include <rapidcheck.h>

#include <cmath>
#include <limits>

using namespace joinedup;

TEST_CASE("an area just below its limit tips where those who did not answer are a little higher") {
  const auto found = tipping_point(-2, 2, 0.5);
  REQUIRE(found);
  CHECK_THAT(found->difference, WithinAbs((2 - 1.959963984540054) * 2 / 0.5, 1e-12));
  CHECK(found->band == Band::as_expected);
}

TEST_CASE("the fewer did not answer, the more they would have to differ") {
  CHECK_THAT(tipping_point(1, 1, 0.9)->difference, WithinAbs(0.959963984540054 / 0.1, 1e-12));
  CHECK_THAT(tipping_point(1, 1, 0.1)->difference, WithinAbs(0.959963984540054 / 0.9, 1e-12));
  CHECK(tipping_point(1, 1, 0.9)->band == Band::better);
}

TEST_CASE("the outer limit is the nearest one where an area is far from its target") {
  const auto found = tipping_point(-4, 1.5, 0.25);
  REQUIRE(found);
  CHECK_THAT(found->difference, WithinAbs((4 - 3.090232306167813) * 1.5 / 0.75, 1e-12));
  CHECK(found->band == Band::worse);
}

TEST_CASE("the limits that a study chooses are those that tip, and one that is never reached does not") {
  const BandLimits ninety{1.6448536269514722, std::numeric_limits<double>::infinity()};
  const auto found = tipping_point(-4, 1.5, 0.25, ninety);
  REQUIRE(found);
  CHECK_THAT(found->difference, WithinAbs((4 - 1.6448536269514722) * 1.5 / 0.75, 1e-12));
  CHECK(found->band == Band::as_expected);
  CHECK_THAT(tipping_point(1, 1, 0.5, ninety)->difference, WithinAbs(0.6448536269514722 / 0.5, 1e-12));
}

TEST_CASE("nothing tips where everybody answered or nothing is known") {
  const double none = std::numeric_limits<double>::quiet_NaN();
  CHECK_FALSE(tipping_point(1, 1, 1));
  CHECK_FALSE(tipping_point(1, 0, 0.5));
  CHECK_FALSE(tipping_point(1, 1, 0));
  CHECK_FALSE(tipping_point(none, 1, 0.5));
  CHECK_FALSE(tipping_point(1, none, 0.5));
}

TEST_CASE("law: a little less than the tipping point keeps the band, a little more gives the one that is told") {
  rc::check([] {
    const double z = *rc::gen::inRange(-5000, 5001) / 1000.0;
    const double spread = *rc::gen::inRange(1, 500) / 100.0;
    const double rate = *rc::gen::inRange(1, 100) / 100.0;
    const auto found = tipping_point(z, spread, rate);
    RC_ASSERT(found.has_value());
    const auto band_with = [&](double difference) { return band_of(z + (1 - rate) * difference / spread); };
    RC_ASSERT(band_with(found->difference * 0.999) == band_of(z));
    RC_ASSERT(band_with(found->difference * 1.001) == found->band);
    RC_ASSERT(found->band != band_of(z));
  });
}
