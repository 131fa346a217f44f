#include "index/normalise.hpp"

#include "support/catch.hpp"

#include <cmath>

using namespace joinedup;

namespace {

const std::vector<double> rising = {10, 20, 30}, alike = {7, 7, 7}, one = {5}, nobody;

PointsScale fit(const MethodChoice& choice, const std::vector<double>& areas, bool low_is_good = false) {
  return find_normaliser(choice.method)->fit({{0, 100, low_is_good}, areas, &choice});
}

} // namespace

TEST_CASE("goalposts give 0 at the low end and 100 at the high end and clip nothing") {
  // Worked example of docs/methods.md: goalposts 15 to 50.
  const PointsScale points = find_normaliser("goalposts")->fit({{15, 50, false}});
  CHECK_THAT(points(15), WithinAbs(0, 1e-12));
  CHECK_THAT(points(50), WithinAbs(100, 1e-12));
  CHECK_THAT(points(20), WithinRel(14.285714285714286, 1e-12));
  CHECK_THAT(points(30), WithinRel(42.857142857142854, 1e-12));
  CHECK_THAT(points(40), WithinRel(71.42857142857143, 1e-12));
  CHECK_THAT(points(55), WithinRel(114.28571428571429, 1e-12));
  CHECK_THAT(points(10), WithinRel(-14.285714285714286, 1e-12));
}

TEST_CASE("where low is good the goalposts are turned round") {
  const PointsScale points = find_normaliser("goalposts")->fit({{0, 5, true}});
  CHECK_THAT(points(0), WithinAbs(100, 1e-12));
  CHECK_THAT(points(5), WithinAbs(0, 1e-12));
  CHECK_THAT(points(2), WithinAbs(60, 1e-12));
}

TEST_CASE("min-max runs between the areas, to any two ends") {
  CHECK_THAT(fit({"min_max"}, rising)(15), WithinAbs(25, 1e-12));
  CHECK_THAT(fit({"min_max"}, rising, true)(15), WithinAbs(75, 1e-12));
  CHECK_THAT(fit({"min_max", {{"from", 1}, {"to", 5}}}, rising)(20), WithinAbs(3, 1e-12));
  CHECK_THAT(fit({"distance_to_max"}, rising)(25), WithinAbs(75, 1e-12));
}

TEST_CASE("z scores are about the mean of the areas, reference z scores about a frozen one") {
  // Mean 20, standard deviation (n - 1) 10.
  CHECK_THAT(fit({"z_score"}, rising)(30), WithinAbs(60, 1e-12));
  CHECK_THAT(fit({"z_score", {{"centre", 100}, {"spread", 10}}}, rising)(5), WithinAbs(85, 1e-12));
  const MethodChoice frozen{"reference_z", {{"mean", 40}, {"sd", 5}}};
  CHECK_THAT(fit(frozen, rising)(30), WithinAbs(30, 1e-12));
  CHECK_THAT(fit(frozen, alike, true)(30), WithinAbs(70, 1e-12));
}

TEST_CASE("places count from the worst, and ties share the lowest place or the mean of theirs") {
  const std::vector<double> tied = {3, 1, 3, 9};
  CHECK(fit({"rank"}, tied)(1) == 1);
  CHECK(fit({"rank"}, tied)(3) == 2);
  CHECK(fit({"rank"}, tied)(9) == 4);
  CHECK(fit({"rank", {}, {{"ties", "average"}}}, tied)(3) == 2.5);
  CHECK(fit({"borda"}, tied)(9) == 3);
  CHECK_THAT(fit({"percentile"}, tied)(3), WithinAbs(100.0 / 3, 1e-12));
  CHECK(fit({"rank"}, tied, true)(9) == 1);
  CHECK(fit({"rank"}, tied)(5) == 4);
  CHECK(fit({"rank", {}, {{"ties", "average"}}}, tied)(5) == 3.5);
}

TEST_CASE("the distance to a target may be capped") {
  // Worked example of docs/methods.md: x = (10, 20, 30), target 25.
  const MethodChoice target{"distance_to_target", {{"target", 25}}};
  CHECK_THAT(fit(target, rising)(10), WithinAbs(0, 1e-12));
  CHECK_THAT(fit(target, rising)(20), WithinRel(66.666666666666667, 1e-12));
  CHECK_THAT(fit(target, rising)(30), WithinRel(133.33333333333333, 1e-12));
  const MethodChoice capped{"distance_to_target", {{"target", 25}}, {{"cap", "100"}}};
  CHECK(fit(capped, rising)(30) == 100);
  CHECK_THAT(fit(capped, rising)(20), WithinRel(66.666666666666667, 1e-12));
  const MethodChoice low{"distance_to_target", {{"target", 5}}};
  CHECK_THAT(fit(low, rising, true)(20), WithinAbs(40, 1e-12)); // (30 - 20) / (30 - 5)
}

TEST_CASE("a fraction of the highest needs values above 0") {
  CHECK_THAT(fit({"fraction_of_max"}, rising)(15), WithinAbs(50, 1e-12));
  CHECK_FALSE(fit({"fraction_of_max"}, {-3, -1}).none.empty());
  CHECK_FALSE(fit({"fraction_of_max"}, rising, true).none.empty());
}

TEST_CASE("where a method is not defined there are no points, with the reason") {
  CHECK(fit({"min_max"}, alike).none == "all areas have the same value");
  CHECK(fit({"distance_to_max"}, alike).none == "all areas have the same value");
  CHECK(fit({"z_score"}, alike).none == "all areas have the same value");
  CHECK(fit({"z_score"}, one).none == "fewer than two areas have a value");
  CHECK(fit({"percentile"}, one).none == "fewer than two areas have a value");
  CHECK(fit({"rank"}, one)(5) == 1);
  CHECK(fit({"distance_to_target", {{"target", 10}}}, rising).none == "the target is not better than the worst area");
  CHECK(fit({"ampi"}, alike).none == "all areas have the same value");
  for (const char* method :
       {"min_max", "z_score", "rank", "percentile", "distance_to_max", "fraction_of_max", "ampi"}) {
    INFO(method);
    CHECK_FALSE(fit({method}, nobody).none.empty());
    CHECK(std::isnan(fit({method}, nobody)(20)));
  }
}

TEST_CASE("normalisers are those that a definition may name") {
  CHECK(normalisers().size() == known_normalisers().size());
  for (const MethodForm& form : known_normalisers())
    CHECK(find_normaliser(form.name) != nullptr);
  CHECK(find_normaliser("ranks") == nullptr);
}
