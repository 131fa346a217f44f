// A measure that an area lacks, taken from the areas of its group.
#include "pipeline/assemble.hpp"

#include "support/catch.hpp"
#include "support/estimate_builder.hpp"

#include <cmath>

using namespace joinedup;
using namespace joinedup::test;

namespace {

/// Six areas without regions, x = 40 to 60 and y = 50 to 68; A6 has no answers to y, which weighs a quarter.
Estimates six() {
  std::vector<DomainEstimate> areas;
  const std::vector<double> y = {50, 52, 54, 56, 68};
  for (std::uint64_t a = 0; a < 6; ++a)
    areas.push_back(area_of("A" + std::to_string(a + 1),
                            {{100, 40 + 4 * static_cast<double>(a)}, {a < 5 ? 100U : 0U, a < 5 ? y[a] : 0}}, 100));
  return estimates_of(std::move(areas), 2, {"x", "y"});
}

RunResults assembled(const std::string& method) {
  RunResults results = results_for({"x", "y"}, 2);
  results.index.domains[0].weight = 3;
  results.index.coverage_domain = 0;
  results.index.imputation = {method};
  results.study.disclosure.minimum = 0; // hides nothing, so that only A6 lacks y
  REQUIRE(assemble(six(), nullptr, results));
  return results;
}

} // namespace

TEST_CASE("the mean of the group takes the place of a missing measure, with its standard deviation as error") {
  const AreaResult area = assembled("group_mean").areas[5];
  // x = 60, y = (50 + 52 + 54 + 56 + 68) / 5 = 56: 0.75 x 60 + 0.25 x 56 = 59; variances 1 and 50 (200 / 4).
  CHECK_THAT(area.index.value.value(), WithinAbs(59, 1e-12));
  CHECK_THAT(area.index.se.value(), WithinRel(std::sqrt(0.5625 * 1 + 0.0625 * 50), 1e-12));
}

TEST_CASE("the median of the group does not follow one far area") {
  CHECK_THAT(assembled("group_median").areas[5].index.value.value(), WithinAbs(0.75 * 60 + 0.25 * 54, 1e-12));
}

TEST_CASE("an area with an imputed measure is partial, says why, and has no band and no rank") {
  const RunResults results = assembled("group_mean");
  const AreaResult& area = results.areas[5];
  CHECK(area.status.partial);
  CHECK(area.reason == "a measure missing here, taken from the areas of its group");
  CHECK(area.comparison.band == Band::none);
  CHECK_FALSE(area.rank.has_value());
  CHECK_FALSE(area.indicators[1].estimate.value.has_value());
  CHECK(results.target.areas_compared == 5);
  CHECK_FALSE(results.areas[0].status.partial);
}
