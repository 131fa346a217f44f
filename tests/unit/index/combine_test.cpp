// Means of parts, with numbers worked by hand or from docs/methods.md.
#include "index/combine.hpp"
#include "index/combiners/ordinal.hpp"
#include "index/power_mean.hpp"

#include "support/catch.hpp"

#include <cmath>
#include <limits>
#include <vector>

using namespace joinedup;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

double combine(const MethodChoice& choice, const std::vector<double>& points, const std::vector<double>& weights) {
  return find_combiner(choice.method)->combine({points, weights, choice}).value;
}

const std::vector<double> even = {55, 60, 58, 70}, uneven = {80, 62, 58, 43}, quarters(4, 0.25);

} // namespace

TEST_CASE("the arithmetic mean does not see imbalance, the geometric and the harmonic mean do") {
  // Two areas with the same arithmetic mean.
  CHECK_THAT(combine({"arithmetic"}, even, quarters), WithinAbs(60.75, 1e-12));
  CHECK_THAT(combine({"arithmetic"}, uneven, quarters), WithinAbs(60.75, 1e-12));
  CHECK_THAT(combine({"geometric"}, even, quarters), WithinAbs(60.5006, 5e-5));
  CHECK_THAT(combine({"geometric"}, uneven, quarters), WithinAbs(59.3054, 5e-5));
  CHECK_THAT(combine({"harmonic"}, even, quarters), WithinAbs(60.2631, 5e-5));
  CHECK_THAT(combine({"harmonic"}, uneven, quarters), WithinAbs(57.8652, 5e-5));
}

TEST_CASE("power means meet the named means at 1, 0 and -1, and the root mean square at 2") {
  const auto power = [](double p) { return MethodChoice{"power", {{"power", p}}}; };
  for (const auto& points : {even, uneven}) {
    CHECK_THAT(combine(power(1), points, quarters), WithinRel(combine({"arithmetic"}, points, quarters), 1e-12));
    CHECK_THAT(combine(power(0), points, quarters), WithinRel(combine({"geometric"}, points, quarters), 1e-12));
    CHECK_THAT(combine(power(-1), points, quarters), WithinRel(combine({"harmonic"}, points, quarters), 1e-12));
  }
  CHECK_THAT(combine(power(2), {3, 4}, {0.5, 0.5}), WithinRel(std::sqrt(12.5), 1e-12));
}

TEST_CASE("points from 0 to 100 become positive on the scale from 1 to 100") {
  CHECK(to_positive(0) == 1);
  CHECK_THAT(to_positive(100), WithinAbs(100, 1e-12));
  CHECK_THAT(combine({"geometric"}, {to_positive(0), to_positive(100)}, {0.5, 0.5}), WithinAbs(10, 1e-9));
}

TEST_CASE("points that are not above 0 have no geometric mean") {
  CHECK(std::isnan(combine({"geometric"}, {to_positive(-2), 50}, {0.5, 0.5})));
  CHECK(std::isnan(combine({"harmonic"}, {0, 50}, {0.5, 0.5})));
}

TEST_CASE("what weighs nothing is not looked at") {
  CHECK(combine({"arithmetic"}, {none, 40}, {0, 1}) == 40);
  CHECK(combine({"median"}, {none, 40}, {0, 1}) == 40);
  CHECK(combine({"mpi"}, {none, 40}, {0, 1}) == 40);
}

TEST_CASE("the median is the lowest part at which half of the weight is reached") {
  CHECK(combine({"median"}, {30, 10, 20}, {0.25, 0.25, 0.5}) == 20);
  CHECK(combine({"median"}, {10, 20, 30, 40}, quarters) == 20);
  CHECK(combine({"median"}, {10, 20, 30}, {0.6, 0.2, 0.2}) == 10);
}

TEST_CASE("a part that one of two areas lacks decides nothing between them") {
  // a = (2, -), b = (1, 2): only the first part can be compared, and a is higher.
  CHECK(outranking(std::vector<double>{2, none}, std::vector<double>{1, 2}, std::vector<double>{0.5, 0.5}) == 1);
  CHECK(std::isnan(
      outranking(std::vector<double>{2, none}, std::vector<double>{none, 2}, std::vector<double>{0.5, 0.5})));
  const std::vector<std::vector<double>> others = {{2, none}, {1, 2}};
  const std::vector<double> weights = {0.5, 0.5};
  const MethodChoice choice{"copeland"};
  const Combiner& copeland = *find_combiner("copeland");
  CHECK(copeland.combine({others[0], weights, choice, others}).value == 1);
  CHECK(copeland.combine({others[1], weights, choice, others}).value == -1);
}

TEST_CASE("a mean that is not above 0 has no penalty to take off") {
  CHECK(std::isnan(combine({"mpi"}, {-10, 5}, {0.5, 0.5})));
  CHECK(std::isnan(combine({"mpi", {}, {{"sd", "sample"}}}, {40}, {1})));
}
