#include "stats/inequality.hpp"
#include "stats/rate.hpp"
#include "stats/standardised.hpp"
#include "support/catch.hpp"
#include "support/close.hpp"

#include <rapidcheck.h>

#include <cmath>
#include <vector>

using namespace joinedup;
using namespace joinedup::test;

TEST_CASE("no event has a lower limit of 0 and an upper one of -ln 0.025") {
  const ConfidenceLimits limits = count_limits(0);
  CHECK(limits.low == 0);
  check_close(limits.high, -std::log(0.025)); // P(0 events) = exp(-mean)
  CHECK(byar_limits(0).low == 0);
}

TEST_CASE("exact limits leave the tail that they say") {
  // P(X <= 4 | upper) and P(X >= 4 | lower) by the Poisson formula itself
  const auto below = [](double mean, int count) {
    double term = std::exp(-mean), sum = term;
    for (int k = 1; k <= count; ++k)
      sum += term *= mean / k;
    return sum;
  };
  const ConfidenceLimits limits = exact_poisson_limits(4);
  check_close(below(limits.high, 4), 0.025);
  check_close(1 - below(limits.low, 3), 0.025);
}

TEST_CASE("ten events are the first with Byar's limits") {
  CHECK(count_limits(9).low == exact_poisson_limits(9).low);
  CHECK(count_limits(10).low == byar_limits(10).low);
  CHECK(byar_limits(10).low != exact_poisson_limits(10).low);
}

TEST_CASE("what cannot be a rate has none") {
  CHECK(std::isnan(rate(5, 0, 100).value));
  CHECK(std::isnan(rate(5, -1, 100).limits.high));
  CHECK(std::isnan(exact_poisson_limits(-1).low));
  CHECK(std::isnan(byar_limits(std::nan("")).high));
}

TEST_CASE("a standardised rate needs ten events and people in every stratum") {
  const std::vector<Stratum> nine{{4, 100, 10}, {5, 100, 20}}, ten{{5, 100, 10}, {5, 100, 20}},
      nobody{{5, 100, 10}, {0, 0, 20}, {9, 50, 5}};
  CHECK(std::isnan(directly_standardised_rate(nine, 100).value));
  check_close(directly_standardised_rate(ten, 100).value, 5);
  CHECK(std::isnan(directly_standardised_rate(nobody, 100).value));
  CHECK(std::isnan(directly_standardised_rate({}, 100).value));
  CHECK(std::isnan(expected_events(ten, nobody)));
}

TEST_CASE("standardised to itself, a population has its crude rate and its limits") {
  rc::check([] {
    std::vector<Stratum> strata;
    double events = 10, people = 1000;
    strata.push_back({events, people, people});
    for (int j = *rc::gen::inRange(0, 6); j > 0; --j) {
      const double x = *rc::gen::inRange(0, 500), n = *rc::gen::inRange(500, 5000);
      strata.push_back({x, n, n});
      events += x;
      people += n;
    }
    const WithLimits direct = directly_standardised_rate(strata, 1000), crude = rate(events, people, 1000);
    RC_ASSERT(std::fabs(direct.value - crude.value) < 1e-9 * crude.value);
    RC_ASSERT(std::fabs(direct.limits.low - crude.limits.low) < 1e-9 * crude.value);
    RC_ASSERT(std::fabs(expected_events(strata, strata) - events) < 1e-9 * events);
  });
}

TEST_CASE("two equal halves: the slope is twice the difference of their values") {
  const std::vector<OrderedGroup> halves{{50, 10}, {50, 14}};
  const InequalitySlope found = slope_of_inequality(halves);
  check_close(found.slope, 8); // their middles, 0.25 and 0.75, are half a population apart
  check_close(found.intercept, 8);
  check_close(found.ratio, 2);
}

TEST_CASE("a slope needs two groups with people") {
  const std::vector<OrderedGroup> one{{10, 3}}, empty_second{{10, 3}, {0, 5}}, negative{{10, 3}, {-1, 5}};
  CHECK(std::isnan(slope_of_inequality({}).slope));
  CHECK(std::isnan(slope_of_inequality(one).slope));
  CHECK(std::isnan(slope_of_inequality(empty_second).slope));
  CHECK(std::isnan(slope_of_inequality(negative).ratio));
}
