#include "stats/multiple_testing.hpp"
#include "stats/normal.hpp"
#include "stats/overdispersion.hpp"
#include "stats/ranks.hpp"
#include "support/catch.hpp"
#include "support/close.hpp"
#include "support/oracle_data.hpp"

#include <cmath>

using namespace joinedup;
using namespace joinedup::test;

TEST_CASE("ranks and rank intervals equal R") {
  const OracleTable table("casemix/ranks_expected.csv");
  const auto values = table.numbers("estimate"), se = table.numbers("se");
  const RankedValues areas{values, se};
  const auto ranks = competition_ranks(values);
  const auto expected = expected_ranks(areas);
  const auto all = rank_limits(areas), own = rank_limits(areas, RankFamily::marginal);
  for (std::size_t i = 0; i < values.size(); ++i) {
    CHECK(ranks[i].rank == table.numbers("rank")[i]);
    check_close(expected[i], table.numbers("expected_rank")[i]);
    CHECK(all[i].low == table.numbers("rank_lo_holm")[i]);
    CHECK(all[i].high == table.numbers("rank_hi_holm")[i]);
    CHECK(own[i].low == table.numbers("rank_lo_marginal")[i]);
    CHECK(own[i].high == table.numbers("rank_hi_marginal")[i]);
  }
}

TEST_CASE("adjusted p-values equal R") {
  const OracleTable table("casemix/casemix_expected.csv");
  const auto p = table.numbers("p");
  const auto check = [&](const std::vector<double>& found, const char* column) {
    INFO(column);
    const auto expected = table.numbers(column);
    for (std::size_t i = 0; i < p.size(); ++i)
      check_close(found[i], expected[i]);
  };
  check(adjust_holm(p), "p_holm");
  check(adjust_benjamini_hochberg(p), "p_BH");
  check(adjust_benjamini_yekutieli(p), "p_BY");
  check(adjust_hochberg(p), "p_hochberg");
  check(adjust_bonferroni(p), "p_bonferroni");
}

TEST_CASE("p-values and overdispersed z equal the end-to-end oracle") {
  const OracleTable table("end_to_end/e2e_expected.csv");
  const auto oracle = oracle_json("end_to_end/e2e_expected.json");
  const auto index = table.numbers("index"), se = table.numbers("se"), z = table.numbers("z");
  const auto p_expected = table.numbers("p_two_sided"), bh_expected = table.numbers("p_BH");
  std::vector<double> p;
  for (const double value : z)
    p.push_back(two_sided_p(value));
  const auto bh = adjust_benjamini_hochberg(p);
  const Overdispersion found = overdispersion(z, se);
  CHECK(found.areas == 8);
  check_close(found.phi, oracle["phi"].get<double>());
  check_close(found.tau2, oracle["tau2_winsorised"].get<double>());
  for (std::size_t i = 0; i < z.size(); ++i) {
    if (std::isnan(z[i])) {
      CHECK(std::isnan(bh[i]));
      continue;
    }
    check_close(p[i], p_expected[i]);
    check_close(bh[i], bh_expected[i]);
    const double difference = index[i] - oracle["target_precision_weighted"].get<double>();
    check_close(overdispersed_z(difference, se[i], found.tau2), table.numbers("z_od")[i]);
  }
}
