// A measure that an area lacks, taken from the areas of its group.
#include "pipeline/assemble.hpp"
#include "pipeline/last_wave.hpp"

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

RunResults assembled(const std::string& method, const std::vector<LastWaveMeasure>& before = {}) {
  RunResults results = results_for({"x", "y"}, 2);
  if (method == "last_wave") results.study.last_wave = LastWave{"before.json", before};
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

TEST_CASE("by regression a missing measure follows from the others, with the group's standard deviation as error") {
  const RunResults results = assembled("regression");
  const AreaResult& area = results.areas[5];
  // Of y on x over A1 to A5: Sxy = Sxx = 160, slope 1 about means 48 and 56; at x = 60 that is 68.
  CHECK_THAT(area.index.value.value(), WithinAbs(0.75 * 60 + 0.25 * 68, 1e-12));
  CHECK_THAT(area.index.se.value(), WithinRel(std::sqrt(0.5625 * 1 + 0.0625 * 50), 1e-12));
  CHECK(area.status.partial);
  CHECK(area.reason == "a measure missing here, taken from its other measures by regression over the areas");
}

TEST_CASE("the wave before stands for a missing measure where it measured the same") {
  const RunResults now = results_for({"x", "y"}, 2);
  const IndicatorInfo& y = now.indicators[1];
  LastWaveMeasure then{y.id, y.score, y.value_set, y.low, y.high, {{"A6", 52}, {"A1", 99}}};
  const RunResults results = assembled("last_wave", {then});
  CHECK_THAT(results.areas[5].index.value.value(), WithinAbs(0.75 * 60 + 0.25 * 52, 1e-12));
  CHECK(results.areas[5].reason == "a measure missing here, taken from the wave before");
  CHECK_THAT(results.areas[0].index.value.value(), WithinAbs(0.75 * 40 + 0.25 * 50, 1e-12)); // measured: not replaced
  then.means.erase("A6");                                                                    // not shown then either
  CHECK(results.areas[5].index.value != assembled("last_wave", {then}).areas[5].index.value);
  then.means["A6"] = 52;
  then.high += 1; // another scale
  CHECK(results.areas[5].index.value != assembled("last_wave", {then}).areas[5].index.value);
  CHECK(check_last_wave(LastWave{"before.json", {then}}, now.indicators).count("J647") == 2); // x is not there at all
}

TEST_CASE("with too few areas to fit to, nothing is predicted") {
  RunResults results = results_for({"x", "y"}, 2);
  results.index.coverage_domain = results.index.coverage_total = 0;
  results.index.imputation = {"regression"};
  results.study.disclosure.minimum = 0;
  std::vector<DomainEstimate> areas{area_of("A1", {{100, 40}, {100, 50}}, 100),
                                    area_of("A2", {{100, 44}, {100, 52}}, 100),
                                    area_of("A3", {{100, 60}, {0, 0}}, 100)};
  REQUIRE(assemble(estimates_of(std::move(areas), 2, {"x", "y"}), nullptr, results));
  CHECK(results.areas[2].reason.find("regression") == std::string::npos);
}
