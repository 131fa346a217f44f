#include "stats/neighbours.hpp"

#include "support/catch.hpp"

#include <cmath>
#include <limits>

using namespace joinedup;

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// Three areas on variables whose standard deviation is 1.
std::vector<Described> three() { return {{"C", {0, 0}}, {"B", {1, 1}}, {"A", {-1, -1}}}; }

} // namespace

TEST_CASE("an area is not its own neighbour, and ties go by code") {
  const auto areas = three();
  const Neighbours neighbours(areas, {});
  const std::vector<std::size_t> all = {0, 1, 2};
  const auto nearest = neighbours.nearest(0, all, 10);
  REQUIRE(nearest.size() == 2);
  CHECK(areas[nearest[0].unit].code == "A");
  CHECK(areas[nearest[1].unit].code == "B");
  CHECK_THAT(nearest[0].distance, WithinAbs(std::sqrt(2.0), 1e-12));
}

TEST_CASE("weights count relative to each other") {
  const auto areas = three();
  // 3 to 1 over two variables: 1.5 and 0.5, so the squares of 1 still sum to 2; of a variable of weight 0 nothing
  // counts.
  CHECK_THAT(Neighbours(areas, std::vector<double>{3, 1}).distance(0, 1), WithinAbs(std::sqrt(2.0), 1e-12));
  const std::vector<Described> apart = {{"A", {0, 0}}, {"B", {1, 5}}, {"C", {-1, -5}}};
  CHECK_THAT(Neighbours(apart, std::vector<double>{1, 0}).distance(0, 1), WithinAbs(std::sqrt(2.0), 1e-12));
}

TEST_CASE("a variable that does not vary is dropped") {
  const std::vector<Described> areas = {{"A", {0, 7}}, {"B", {1, 7}}, {"C", {-1, 7}}};
  const Neighbours neighbours(areas, {});
  CHECK(neighbours.dropped() == std::vector<std::size_t>{1});
  CHECK_THAT(neighbours.distance(0, 1), WithinAbs(1, 1e-12));
}

TEST_CASE("what is missing is made up for in proportion, down to 70 % in common") {
  // Four variables with standard deviation 1; the first area lacks one: 3 squares of 1 stand for 4.
  const std::vector<Described> areas = {
      {"A", {0, 0, 0, unknown}}, {"B", {1, 1, 1, 1}}, {"C", {-1, -1, -1, 0}}, {"D", {unknown, unknown, 0, -1}}};
  const Neighbours neighbours(areas, {});
  CHECK(std::isnan(neighbours.distance(0, 3)));
  CHECK(std::isnan(neighbours.distance(1, 3)));
  const std::vector<std::size_t> all = {0, 1, 2, 3};
  CHECK(neighbours.nearest(3, all, 5).empty());
  // Variables 1 and 2 have sd 1 over three areas, 3 has sqrt(2/3) over four.
  const double squares = 1 + 1 + 1 / (2.0 / 3);
  CHECK_THAT(neighbours.distance(0, 1), WithinAbs(std::sqrt(squares * 4 / 3), 1e-12));
}

TEST_CASE("areas without a variable that varies have no distance") {
  const std::vector<Described> alike = {{"A", {1}}, {"B", {1}}};
  CHECK(std::isnan(Neighbours(alike, {}).distance(0, 1)));
  CHECK(Neighbours({}, {}).dropped().empty());
}
