// Comparisons, spread, reliability and ranks of the end-to-end study against R (metafor, base R), before anything but
// the area with fewer than ten respondents is left out.
#include "index/composite.hpp"
#include "publish/comparison.hpp"
#include "publish/ranking.hpp"

#include "support/catch.hpp"
#include "support/e2e_study.hpp"

using namespace joinedup;
using namespace joinedup::test;

namespace {

std::vector<Contender> contenders() {
  const Estimates estimates = e2e_estimates();
  const RunResults results = e2e_results();
  const IndexFrame frame = index_frame(results.index, results.indicators, false);
  const Presence all(5, true);
  std::vector<Contender> out;
  for (const DomainEstimate& area : estimates.areas) {
    const Composite composite = compose(frame, area, all, {estimates.total, all});
    out.push_back({composite.value, composite.se, area.n >= 10, area.n >= 10, {}});
  }
  return out;
}

ComparedAreas compare() {
  ComparisonRule rule;
  rule.kind = TargetKind::areas_fixed;
  return compare_areas(contenders(), rule);
}

} // namespace

TEST_CASE("target and spread of the areas equal the oracle") {
  const auto oracle = oracle_json("end_to_end/e2e_expected.json");
  const ComparedAreas out = compare();
  CHECK(out.members.size() == 8);
  CHECK_THAT(out.target.value, WithinRel(oracle["target_precision_weighted"].get<double>(), 1e-8));
  CHECK_THAT(out.phi, WithinRel(oracle["phi"].get<double>(), 1e-8));
  CHECK_THAT(out.tau2, WithinRel(oracle["tau2_winsorised"].get<double>(), 1e-8));
  CHECK_THAT(out.between, WithinRel(oracle["tau2_PM"].get<double>(), 1e-7));
}

TEST_CASE("every compared number of every area equals the oracle") {
  const OracleTable table("end_to_end/e2e_expected.csv");
  const ComparedAreas out = compare();
  for (std::size_t a = 0; a + 1 < table.rows(); ++a) {
    INFO(table.text("area")[a]);
    const Comparison& c = out.areas[a].comparison;
    CHECK_THAT(*c.z, WithinRel(table.numbers("z")[a], 1e-8));
    CHECK_THAT(*c.z_od, WithinRel(table.numbers("z_od")[a], 1e-8));
    CHECK_THAT(*c.p, WithinRel(table.numbers("p_two_sided")[a], 1e-7));
    CHECK(*c.fdr == (table.numbers("p_BH")[a] < 0.05));
    CHECK(words(c.band_sampling) == table.text("band_no_od")[a]);
    CHECK(words(c.band) == table.text("band_od")[a]);
    CHECK_THAT(*out.areas[a].reliability, WithinRel(table.numbers("reliability")[a], 1e-8));
    CHECK_THAT(*out.areas[a].shrunk, WithinRel(table.numbers("eb_index")[a], 1e-8));
  }
  CHECK_FALSE(out.areas.back().comparison.z);
}

TEST_CASE("ranks equal the oracle") {
  const OracleTable table("end_to_end/e2e_expected.csv");
  std::vector<RankCandidate> candidates;
  for (const Contender& area : contenders())
    candidates.push_back({area.value, area.se, area.eligible});
  const auto ranked = rank_areas(candidates);
  for (std::size_t a = 0; a + 1 < table.rows(); ++a)
    CHECK(*ranked[a].rank == static_cast<int>(table.numbers("rank")[a]));
  CHECK_FALSE(ranked.back().rank);
}
