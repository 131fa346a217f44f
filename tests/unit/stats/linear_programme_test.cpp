#include "stats/linear_programme.hpp"

#include "support/catch.hpp"

using namespace joinedup;

TEST_CASE("a linear optimum lies where its limits cross") {
  // x + y <= 4, x + 3y <= 6: 3x + 5y is largest at (3, 1).
  const auto found = linear_optimum({3, 5}, {{1, 1}, {1, 3}}, {4, 6});
  REQUIRE(found);
  CHECK_THAT(found->value, WithinAbs(14, 1e-12));
  CHECK_THAT(found->x[0], WithinAbs(3, 1e-12));
  CHECK_THAT(found->x[1], WithinAbs(1, 1e-12));
}

TEST_CASE("a function that grows without end has no optimum") { CHECK_FALSE(linear_optimum({1, 1}, {{1, -1}}, {1})); }

TEST_CASE("where nothing helps, everything stays 0") {
  const auto found = linear_optimum({-1, -2}, {{1, 1}}, {3});
  REQUIRE(found);
  CHECK(found->value == 0);
  CHECK(found->x == std::vector<double>{0, 0});
}

TEST_CASE("limits of 0 do not send the search round in circles") {
  // Beale's example (1955), which cycles without a rule: the optimum is 1/20.
  const auto found =
      linear_optimum({0.75, -150, 0.02, -6}, {{0.25, -60, -0.04, 9}, {0.5, -90, -0.02, 3}, {0, 0, 1, 0}}, {0, 0, 1});
  REQUIRE(found);
  CHECK_THAT(found->value, WithinAbs(0.05, 1e-12));
}
