#include "stats/moments.hpp"
#include "stats/proportion.hpp"
#include "stats/quantile.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <vector>

using namespace joinedup;

TEST_CASE("weighted moments equal the worked example") {
  const std::vector<double> y{10, 12, 8, 15}, w{1, 2, 1, 4};
  const Moments m = moments(y, w);
  CHECK(m.n == 4);
  CHECK(m.weight == 8);
  CHECK(m.mean == 12.75);
  CHECK_THAT(m.sd, WithinRel(std::sqrt(4.0 / 3 * 51.5 / 8), 1e-14));
}

TEST_CASE("moments leave out missing values and zero weights and say what they cannot give") {
  const std::vector<double> y{1, std::nan(""), 3, 99}, w{1, 1, 1, 0};
  CHECK(moments(y, w).n == 2);
  CHECK(moments(y, w).mean == 2);
  CHECK_THAT(moments(y, w).sd, WithinRel(std::sqrt(2.0), 1e-14));
  CHECK(std::isnan(moments({}).mean));
  const std::vector<double> one{5};
  CHECK(moments(one).mean == 5);
  CHECK(std::isnan(moments(one).sd));
}

TEST_CASE("quantiles of one value and of none") {
  const std::vector<double> one{5}, gaps{std::nan(""), 2, std::nan(""), 4};
  CHECK(quantile(one, 0.1) == 5);
  CHECK(quantile(one, 0.9, QuantileType::six) == 5);
  CHECK(quantile(gaps, 0.5) == 3);
  CHECK(quantile(gaps, 0) == 2);
  CHECK(quantile(gaps, 1) == 4);
  CHECK(std::isnan(quantile({}, 0.5)));
  CHECK(std::isnan(quantile(one, 1.5)));
}

TEST_CASE("Wilson limits under a design effect equal the worked example") {
  const double n_effective = 60 / 1.26800;
  const ConfidenceLimits limits = wilson_limits(0.75 * n_effective, n_effective);
  CHECK_THAT(limits.low, WithinAbs(0.611098, 2e-6));
  CHECK_THAT(limits.high, WithinAbs(0.851358, 2e-6));
}

TEST_CASE("limits of a proportion at its ends stay inside and are not given for no cases") {
  CHECK(wilson_limits(0, 10).low == 0);
  CHECK(wilson_limits(10, 10).high == 1);
  CHECK(exact_limits(0, 10).low == 0);
  CHECK(exact_limits(10, 10).high == 1);
  CHECK(std::isnan(wilson_limits(0, 0).low));
  CHECK(std::isnan(wilson_limits(11, 10).high));
  CHECK(std::isnan(exact_limits(0, 0).high));
}
