// Published results of the end-to-end study against R, as far as the rules on small numbers let them be published.
#include "pipeline/assemble.hpp"

#include "support/catch.hpp"
#include "support/e2e_study.hpp"

using namespace joinedup;
using namespace joinedup::test;

namespace {

RunResults e2e_run() {
  RunResults results = e2e_results();
  assemble(e2e_estimates(), nullptr, results);
  return results;
}

} // namespace

TEST_CASE("what is published of the end-to-end study equals the oracle") {
  const OracleTable table("end_to_end/e2e_expected.csv");
  const RunResults results = e2e_run();
  REQUIRE(results.areas.size() == 9);
  for (std::size_t a = 0; a < 9; ++a) {
    const AreaResult& row = results.areas[a];
    INFO(row.code);
    if (row.code == "A06" || row.code == "A09") continue;
    CHECK(row.n == static_cast<std::uint64_t>(table.numbers("n")[a]));
    CHECK_THAT(*row.index.value, WithinRel(table.numbers("index")[a], 1e-8));
    CHECK_THAT(*row.index.se, WithinRel(table.numbers("se")[a], 1e-8));
    CHECK_THAT(*row.index.lower, WithinRel(table.numbers("ci_lo")[a], 1e-8));
    CHECK_THAT(*row.index.upper, WithinRel(table.numbers("ci_hi")[a], 1e-8));
    CHECK_THAT(*row.comparison.z, WithinRel(table.numbers("z")[a], 1e-8));
    CHECK_THAT(*row.comparison.z_od, WithinRel(table.numbers("z_od")[a], 1e-8));
    CHECK(words(row.comparison.band_sampling) == table.text("band_no_od")[a]);
    CHECK(words(row.comparison.band) == table.text("band_od")[a]);
    CHECK(*row.comparison.fdr == (table.numbers("p_BH")[a] < 0.05));
    CHECK_THAT(*row.reliability, WithinRel(table.numbers("reliability")[a], 1e-8));
    CHECK_THAT(*row.shrunk, WithinRel(table.numbers("eb_index")[a], 1e-8));
    CHECK(row.rank == static_cast<int>(table.numbers("rank")[a]));
    CHECK(row.status.text() == "ok");
    for (const IndicatorResult& cell : row.indicators)
      CHECK_THAT(*cell.estimate.value, WithinRel(table.numbers(cell.indicator)[a], 1e-8));
  }
}

TEST_CASE("the area of eight and the area that would give it away are hidden whole") {
  const RunResults results = e2e_run();
  CHECK(results.areas[8].status.text() == "suppressed");
  CHECK(results.areas[5].status.text() == "suppressed_secondary");
  for (const std::size_t a : {5U, 8U}) {
    const AreaResult& row = results.areas[a];
    CHECK_FALSE(row.n);
    CHECK_FALSE(row.index.value);
    CHECK_FALSE(row.geometric);
    CHECK_FALSE(row.comparison.difference);
    CHECK_FALSE(row.reliability);
    CHECK_FALSE(row.shrunk);
    CHECK_FALSE(row.rank);
    CHECK(row.contributions.empty());
    for (const DomainResult& domain : row.domains)
      CHECK_FALSE(domain.value);
    for (const IndicatorResult& cell : row.indicators) {
      CHECK_FALSE(cell.n);
      CHECK_FALSE(cell.estimate.value);
      CHECK_FALSE(cell.crude);
      CHECK_FALSE(cell.comparison.difference);
    }
  }
}

TEST_CASE("target and spread are published to four decimals") {
  const RunResults results = e2e_run();
  CHECK(results.target.value == 61.8110);
  CHECK(results.target.phi == 6.0801);
  CHECK(results.target.tau2 == 12.4045);
  CHECK(results.target.tau2_reliability == 15.7900);
  CHECK(results.target.areas_compared == 8);
  CHECK_THAT(*results.total.index.value, WithinRel(62.5961719336047, 1e-8));
  CHECK_THAT(*results.total.index.se, WithinRel(0.573040501752982, 1e-8));
}

TEST_CASE("against all respondents the same study owes nothing to the hidden area") {
  RunResults results = e2e_results();
  results.study.target.kind = TargetKind::england;
  assemble(e2e_estimates(), nullptr, results);
  CHECK(results.target.areas_compared == 7);
  CHECK_THAT(*results.target.value, WithinAbs(62.5961719336047, 5e-5));
  CHECK(results.target.kind == "england");
  CHECK(results.target.name == "All areas");
}
