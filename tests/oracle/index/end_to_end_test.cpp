// Index and standard error of every area of the end-to-end study against R (survey: svyby with covariances).
#include "index/composite.hpp"

#include "support/catch.hpp"
#include "support/e2e_study.hpp"

using namespace joinedup;
using namespace joinedup::test;

TEST_CASE("index and standard error of each area equal the linear contrast of svyby") {
  const Estimates estimates = e2e_estimates();
  const RunResults results = e2e_results();
  const IndexFrame frame = index_frame(results.index, results.indicators, false);
  const Presence all(5, true);
  const Whole whole{estimates.total, all};
  const OracleTable table("end_to_end/e2e_expected.csv");
  REQUIRE(estimates.areas.size() == table.rows());
  for (std::size_t a = 0; a < table.rows(); ++a) {
    INFO(estimates.areas[a].code);
    REQUIRE(estimates.areas[a].code == table.text("area")[a]);
    const Composite area = compose(frame, estimates.areas[a], all, whole);
    CHECK_THAT(area.value, WithinRel(table.numbers("index")[a], 1e-8));
    CHECK_THAT(area.se, WithinRel(table.numbers("se")[a], 1e-8));
  }
}

TEST_CASE("index and standard error of the whole equal svymean") {
  const Estimates estimates = e2e_estimates();
  const RunResults results = e2e_results();
  const IndexFrame frame = index_frame(results.index, results.indicators, false);
  const Presence all(5, true);
  const Composite whole = compose_whole(frame, {estimates.total, all});
  const auto oracle = oracle_json("end_to_end/e2e_expected.json");
  CHECK_THAT(whole.value, WithinRel(oracle["england_mean"].get<double>(), 1e-8));
  CHECK_THAT(whole.se, WithinRel(oracle["england_se"].get<double>(), 1e-8));
}

TEST_CASE("slopes of the goalposts equal the coefficients of the oracle") {
  const auto oracle = oracle_json("end_to_end/e2e_expected.json")["coefficients"];
  const RunResults results = e2e_results();
  for (const Component& c : index_frame(results.index, results.indicators, false).components)
    CHECK_THAT(c.weight * c.points.line.slope, WithinRel(oracle[c.id].get<double>(), 1e-8));
}
