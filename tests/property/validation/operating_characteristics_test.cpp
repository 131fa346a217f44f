// A small fixed set of the surveys behind docs/operating-characteristics.md. Bounds are what is known of the method by
// theory, widened by four Monte Carlo standard errors: binomial for shares, as found for means.
#include "run_plan.hpp"

#include "support/catch.hpp"
#include "support/validation_plan.hpp"

#include <algorithm>
#include <cmath>
#include <set>

using namespace joinedup;
using namespace joinedup::test;
using namespace joinedup::validation;

namespace {

struct Fixed {
  std::vector<Finding> rows;

  Fixed(const std::string& scenario, std::uint64_t surveys, std::function<void(RunResults&)> spoil = {},
        int threads = 0) {
    RunOptions options;
    options.seed = 5;
    options.surveys = surveys;
    options.threads = threads;
    options.scenario = scenario;
    options.spoil = std::move(spoil);
    rows = run_plan(validation_plan(), options);
  }

  const Finding& get(const std::string& analysis, const std::string& quantity, const std::string& areas,
                     const std::string& figure) const {
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const Finding& row) {
      return row.analysis == analysis && row.quantity == quantity && row.areas == areas && row.figure == figure;
    });
    REQUIRE(found != rows.end());
    return *found;
  }
  double index(const std::string& figure, const std::string& areas = "all",
               const std::string& analysis = "default") const {
    return get(analysis, "index", areas, figure).value;
  }
};

/// Four binomial standard errors of a share `p` of `n`.
double four(double p, double n) { return 4 * std::sqrt(p * (1 - p) / n); }

/// Every published interval and error of the index made shorter by a tenth.
void shorten(RunResults& results) {
  for (AreaResult& row : results.areas) {
    Estimated& index = row.index;
    const double middle = *index.value;
    *index.se *= 0.9;
    for (Number* limit : {&index.lower, &index.upper, &index.lower99_8, &index.upper99_8})
      *limit = middle + 0.9 * (**limit - middle);
  }
}

bool covers(const Fixed& found) {
  const Finding& row = found.get("default", "index", "all", "coverage_95");
  // By normal limits on the variance of 30, 50, 100, 200 and 500 normal answers, divisor n: 94.4 % on average.
  return std::fabs(row.value - 0.944) < four(0.05, row.base);
}

} // namespace

TEST_CASE("intervals of the index hold the truth as often as they should, and shorter ones are noticed") {
  const Fixed found("simple", 100);
  CHECK(found.get("default", "index", "all", "coverage_95").base == 4000);
  CHECK(covers(found));
  CHECK_THAT(found.index("se_ratio"), WithinAbs(0.99, 0.04));
  CHECK_THAT(found.get("default", "health", "500", "coverage_95").value, WithinAbs(0.95, four(0.05, 800)));
  CHECK_THAT(found.get("wilson", "recommend", "200", "coverage_95").value, WithinAbs(0.95, four(0.05, 800)));
  CHECK_THAT(found.index("coverage_95", "whole"), WithinAbs(0.95, four(0.05, 100)));
  CHECK_THAT(found.index("bias"), WithinAbs(0, 4 * found.get("default", "index", "all", "bias").mc_se));
  const Fixed shorter("simple", 100, shorten);
  CHECK_FALSE(covers(shorter));
  CHECK(shorter.index("se_ratio") < 0.92);
}

TEST_CASE("rank intervals hold all at once, and each by itself where it is asked for") {
  const Fixed found("simple", 100);
  CHECK(found.index("all_rank_intervals", "whole") > 0.95 - four(0.05, 100));
  const Finding& each = found.get("marginal", "index", "all", "rank_interval");
  CHECK(each.value > 0.95 - four(0.05, each.base));
  CHECK(found.index("rank_interval_width", "all", "marginal") < found.index("rank_interval_width"));
  // Not by being as wide as can be.
  CHECK(found.index("rank_interval_width") < 0.9);
}

TEST_CASE("where areas are alike few are called worse or better") {
  const Fixed found("alike", 100);
  for (const std::string side : {"worse", "better"}) {
    CHECK(found.index(side, "500") < 0.025 + four(0.025, 800));
    CHECK(found.index("much_" + side, "500") < 0.001 + four(0.001, 800));
    CHECK(found.index("spread_" + side) < 0.025 + four(0.025, 4000));
  }
  CHECK(found.index("any_flagged", "whole") < 0.05 + four(0.05, 100));
}

TEST_CASE("clusters that are named are allowed for, and those that are not are missed") {
  const Fixed found("clusters", 60);
  CHECK_THAT(found.index("se_ratio", "500"), WithinAbs(1, 0.08));
  CHECK(found.index("se_ratio", "500", "unnamed") < 0.8);
  CHECK(found.index("worse", "500", "unnamed") > 0.025 + four(0.025, 480));
}

TEST_CASE("weights and raking take away the bias that age makes") {
  const Fixed weights("weights", 20), response("response_age", 20);
  CHECK_THAT(weights.index("bias"), WithinAbs(0, 4 * weights.get("default", "index", "all", "bias").mc_se));
  // Old people, 0.6 units lower, are 0.9 / 1.6 of the answers in place of 0.3; a unit is 13 points of the index.
  CHECK_THAT(weights.index("bias", "all", "unweighted"), WithinAbs(-0.6 * (0.9 / 1.6 - 0.3) * 13, 0.2));
  // Covariance of response and age effect over the rate, half of it on average: -0.6 x 0.3 x 0.24 / 0.4 / 2.
  CHECK_THAT(response.index("bias"), WithinAbs(-0.054 * 13, 0.2));
  CHECK_THAT(response.index("bias", "all", "raked"),
             WithinAbs(0, 4 * response.get("raked", "index", "all", "bias").mc_se));
}

TEST_CASE("regression on mode takes away what answers on paper do to areas") {
  const Fixed found("modes", 40);
  // Six shares from 20 to 70 %: root mean square about their mean 17.1 points, times half a unit of 13.
  CHECK_THAT(found.index("bias_over_areas"), WithinAbs(0.1708 * 0.5 * 13, 0.15));
  CHECK(found.index("bias_over_areas", "all", "regression") < 0.25);
  CHECK(found.index("worse", "200") > 0.1);
  CHECK(found.index("worse", "200", "regression") < 0.025 + four(0.025, 240));
}

TEST_CASE("threads do not show in a digit, and another seed does") {
  const std::string one = findings_csv(Fixed("few_clusters", 6, {}, 1).rows);
  CHECK(one == findings_csv(Fixed("few_clusters", 6, {}, 2).rows));
  RunOptions options;
  options.seed = 6;
  options.surveys = 6;
  options.scenario = "few_clusters";
  CHECK(one != findings_csv(run_plan(validation_plan(), options)));
}
