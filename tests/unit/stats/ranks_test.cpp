#include "stats/funnel.hpp"
#include "stats/ranks.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <limits>
#include <vector>

using namespace joinedup;

namespace {
constexpr double none = std::numeric_limits<double>::quiet_NaN();
const std::vector<double> values{66, 60, 59}, se{1.5, 2, 2};
} // namespace

TEST_CASE("expected ranks and rank intervals equal the worked example") {
  const auto expected = expected_ranks({values, se});
  CHECK_THAT(expected[0], WithinAbs(1.0108, 5e-5));
  CHECK_THAT(expected[1], WithinAbs(2.3536, 5e-5));
  CHECK_THAT(expected[2], WithinAbs(2.6356, 5e-5));
  const auto limits = rank_limits({values, se});
  CHECK(limits[0].low == 1);
  CHECK(limits[0].high == 1);
  CHECK(limits[1].low == 2);
  CHECK(limits[1].high == 3);
  CHECK(limits[2].low == 2);
  CHECK(limits[2].high == 3);
}

TEST_CASE("ties share the best place and the next is left out") {
  const std::vector<double> scores{5, 7, 7 - 5e-10, 3, none};
  const auto ranks = competition_ranks(scores);
  CHECK(ranks[1].rank == 1);
  CHECK(ranks[1].tied);
  CHECK(ranks[2].rank == 1);
  CHECK(ranks[2].tied);
  CHECK(ranks[0].rank == 3);
  CHECK_FALSE(ranks[0].tied);
  CHECK(ranks[3].rank == 4);
  CHECK(ranks[4].rank == 0);
  CHECK(competition_ranks({}).empty());
}

TEST_CASE("a chain of near ties does not tie its ends") {
  const std::vector<double> scores{2, 2 - 0.8e-9, 2 - 1.6e-9};
  const auto ranks = competition_ranks(scores);
  CHECK(ranks[0].rank == 1);
  CHECK(ranks[1].rank == 1);
  CHECK(ranks[2].rank == 3);
}

TEST_CASE("areas without a value or an error have no rank interval and do not widen others") {
  const std::vector<double> more{66, none, 60, 59, 70}, errors{1.5, 1, 2, 2, none};
  const auto limits = rank_limits({more, errors});
  CHECK(limits[1].low == 0);
  CHECK(limits[4].high == 0);
  CHECK(limits[2].high == 3);
  CHECK(std::isnan(expected_ranks({more, errors})[1]));
}

TEST_CASE("without sampling error rank intervals are the ranks and equal values overlap") {
  const std::vector<double> exact{3, 1, 1}, zero{0, 0, 0};
  const auto limits = rank_limits({exact, zero});
  CHECK(limits[0].high == 1);
  CHECK(limits[1].low == 2);
  CHECK(limits[1].high == 3);
  CHECK(expected_ranks({exact, zero}) == std::vector<double>{1, 2.5, 2.5});
}

TEST_CASE("a positive covariance of two areas sharpens their comparison") {
  // SE of the difference: sqrt(2.25 + 4 - 2 * 2.5) = sqrt(1.25), z = 6 / 1.118.
  const std::vector<double> two{66, 60}, errors{1.5, 2}, covariance{2.25, 2.5, 2.5, 4};
  CHECK_THAT(expected_ranks({two, errors, covariance})[0], WithinAbs(1 + 0.5 * std::erfc(6 / std::sqrt(2.5)), 1e-12));
}

TEST_CASE("limits of a funnel stay within zero and one") {
  CHECK(score_funnel_limits(0.9, 2, 0.95).high == 1);
  CHECK(arcsine_funnel_limits(0.01, 3, 0.998).low == 0);
  CHECK(arcsine_funnel_limits(0.99, 3, 0.998).high == 1);
  CHECK(binomial_funnel_limit(0.01, 10, 0.025) == 0);
  CHECK(std::isnan(score_funnel_limits(0.5, 0, 0.95).low));
  CHECK(std::isnan(binomial_funnel_limit(1.5, 10, 0.025)));
  CHECK_THAT(mean_funnel_limits(60, 3, 0.95, 16).high, WithinAbs(60 + 5 * 1.959963984540054, 1e-9));
}
