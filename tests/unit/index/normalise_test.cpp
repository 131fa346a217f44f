#include "index/normalise.hpp"

#include "support/catch.hpp"

using namespace joinedup;

TEST_CASE("goalposts give 0 at the low end and 100 at the high end and clip nothing") {
  // Worked example of docs/methods.md: goalposts 15 to 50.
  const Normaliser* goalposts = find_normaliser("goalposts");
  REQUIRE(goalposts != nullptr);
  const PointsLine line = goalposts->fit({15, 50, false});
  CHECK_THAT(line(15), WithinAbs(0, 1e-12));
  CHECK_THAT(line(50), WithinAbs(100, 1e-12));
  CHECK_THAT(line(20), WithinRel(14.285714285714286, 1e-12));
  CHECK_THAT(line(30), WithinRel(42.857142857142854, 1e-12));
  CHECK_THAT(line(40), WithinRel(71.42857142857143, 1e-12));
  CHECK_THAT(line(55), WithinRel(114.28571428571429, 1e-12));
  CHECK_THAT(line(10), WithinRel(-14.285714285714286, 1e-12));
}

TEST_CASE("where low is good the goalposts are turned round") {
  const PointsLine line = find_normaliser("goalposts")->fit({0, 5, true});
  CHECK_THAT(line(0), WithinAbs(100, 1e-12));
  CHECK_THAT(line(5), WithinAbs(0, 1e-12));
  CHECK_THAT(line(2), WithinAbs(60, 1e-12));
}

TEST_CASE("normalisers are found by name") {
  CHECK(normalisers().size() == 1);
  CHECK(find_normaliser("ranks") == nullptr);
}
