#include "stats/correlation.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <vector>

using namespace joinedup;

TEST_CASE("Pearson's r and Fisher's limits are those of the closed form") {
  const std::vector<double> x{1, 2, 3, 4, 5}, y{2, 1, 4, 3, 5};
  const Correlation found = pearson(x, y);
  CHECK(found.n == 5);
  CHECK_THAT(found.r, WithinAbs(0.8, 1e-12)); // sums of squares 10, of products 8
  // cor.test(c(1, 2, 3, 4, 5), c(2, 1, 4, 3, 5))$conf.int in R 4.2
  CHECK_THAT(found.low, WithinAbs(-0.2796400420, 1e-9));
  CHECK_THAT(found.high, WithinAbs(0.9861961933, 1e-9));
}

TEST_CASE("too few pairs or no variation leave no correlation") {
  CHECK(std::isnan(pearson(std::vector<double>{1, 2}, std::vector<double>{1, 2}).r));
  CHECK(std::isnan(pearson(std::vector<double>{1, 1, 1}, std::vector<double>{1, 2, 3}).r));
  const Correlation three = pearson(std::vector<double>{1, 2, 3}, std::vector<double>{3, 2, 1});
  CHECK_THAT(three.r, WithinAbs(-1, 1e-12));
  CHECK(std::isnan(three.low));
}
