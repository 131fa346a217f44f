#include "index/weights_from_areas.hpp"

#include "support/catch.hpp"

#include <cmath>

using namespace joinedup;

namespace {
const std::vector<std::vector<double>> together = {{1, 2}, {2, 3}, {3, 5}, {4, 4}},
                                       apart = {{1, 5}, {2, 4}, {3, 3}, {4, 1}};
}

TEST_CASE("two measures weigh the same by principal components, whatever their spread") {
  const WeightsFromAreas found = weights_by_pca(together, 2);
  REQUIRE(found.refused.empty());
  CHECK_THAT(found.weights[0], WithinRel(0.5, 1e-12));
}

TEST_CASE("weights by principal components are refused where they would mislead") {
  CHECK(weights_by_pca(std::vector<std::vector<double>>{{1, 2}, {2, 3}}, 2).refused.starts_with("2 areas have every"));
  CHECK(weights_by_pca({}, 2).refused.starts_with("0 areas have every"));
  CHECK(weights_by_pca(apart, 2).refused == "the loadings on the first principal component differ in sign");
  const std::vector<std::vector<double>> constant = {{1, 2}, {2, 2}, {3, 2}};
  CHECK(weights_by_pca(constant, 2).refused == "a measure has the same value in all areas");
  // Three measures without any correlation: each component explains a third.
  const std::vector<std::vector<double>> alone = {{1, 1, 1}, {1, -1, -1}, {-1, 1, -1}, {-1, -1, 1}};
  CHECK(weights_by_pca(alone, 3).refused ==
        "the first principal component explains 33 % of the variance, less than half");
}

TEST_CASE("for two measures to have the same influence, weights are as one over their standard deviations") {
  // Closed form, whatever their correlation.
  const std::vector<std::vector<double>> points = {{0, 0}, {2, 3}, {4, 18}, {6, 9}};
  const WeightsFromAreas found = weights_by_influence(points, std::vector<double>{0.5, 0.5});
  REQUIRE(found.refused.empty());
  const double sd0 = std::sqrt(20.0 / 3), sd1 = std::sqrt(189.0 / 3); // sums of squares 20 and 189
  CHECK_THAT(found.weights[0], WithinRel((1 / sd0) / (1 / sd0 + 1 / sd1), 1e-10));
}

TEST_CASE("a measure that shall have no influence gets no weight") {
  const std::vector<std::vector<double>> points = {{0, 0}, {2, 3}, {4, 18}, {6, 9}};
  CHECK(weights_by_influence(points, std::vector<double>{1, 0}).weights[1] == 0);
}
