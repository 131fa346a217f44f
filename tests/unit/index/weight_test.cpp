#include "index/weight.hpp"

#include "support/catch.hpp"

#include <numeric>

using namespace joinedup;

TEST_CASE("shares of the variance of the index sum to 1") {
  // Two indicators of weight one half over areas (0, 0), (2, 1), (4, 2): the index is 0, 1.5, 3; the first indicator
  // makes 0.5 x cov 3 / var 2.25 = 2/3 of its variance, the second 1/3.
  const std::vector<std::vector<double>> points = {{0, 0}, {2, 1}, {4, 2}};
  const std::vector<double> shares = variance_shares(points, std::vector<double>{0.5, 0.5});
  REQUIRE(shares.size() == 2);
  CHECK_THAT(shares[0], WithinRel(2.0 / 3, 1e-12));
  CHECK_THAT(shares[1], WithinRel(1.0 / 3, 1e-12));
}

TEST_CASE("too few areas or areas all alike leave no variance to share") {
  const std::vector<std::vector<double>> two = {{0, 0}, {2, 1}}, alike = {{1, 1}, {1, 1}, {1, 1}};
  CHECK(variance_shares(two, std::vector<double>{0.5, 0.5}).empty());
  CHECK(variance_shares(alike, std::vector<double>{0.5, 0.5}).empty());
}

TEST_CASE("relative weights become shares of the index") {
  IndexSpec index;
  index.domains.resize(2);
  index.domains[0].weight = 3;
  index.domains[0].indicators.resize(2);
  index.domains[0].indicators[0].weight = 3;
  index.domains[1].indicators.resize(1);
  const EffectiveWeights weights = effective_weights(index);
  CHECK_THAT(weights.domains[0], WithinRel(0.75, 1e-12));
  CHECK_THAT(weights.indicators[0], WithinRel(0.5625, 1e-12));
  CHECK_THAT(weights.indicators[1], WithinRel(0.1875, 1e-12));
  CHECK_THAT(weights.indicators[2], WithinRel(0.25, 1e-12));
  CHECK_THAT(std::accumulate(weights.indicators.begin(), weights.indicators.end(), 0.0), WithinRel(1, 1e-12));
}
