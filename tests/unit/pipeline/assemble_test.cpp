// The rules of publication on small studies made by hand.
#include "pipeline/assemble.hpp"

#include "support/catch.hpp"
#include "support/estimate_builder.hpp"

#include <algorithm>
#include <cmath>

using namespace joinedup;
using namespace joinedup::test;

namespace {

using Cells = std::vector<std::pair<std::uint64_t, double>>;

/// Twelve areas of 100 to 210 respondents with indicators x and y and a companion c, far apart.
std::vector<DomainEstimate> twelve() {
  std::vector<DomainEstimate> areas;
  for (std::uint64_t a = 0; a < 12; ++a) {
    const std::uint64_t n = 100 + 10 * a;
    const double mean = 40 + 3 * static_cast<double>(a);
    const std::string code = std::string("A") + (a < 9 ? "0" : "") + std::to_string(a + 1);
    areas.push_back(area_of(code, {{n, mean}, {n, 90 - mean / 2}, {n, mean}}, n));
  }
  return areas;
}

RunResults run(std::vector<DomainEstimate> areas, RunResults results = results_for({"x", "y", "c"}, 2)) {
  assemble(estimates_of(std::move(areas), 2, {"x", "y", "c"}), nullptr, results);
  return results;
}

const AreaResult& row(const RunResults& results, const std::string& code) {
  return *std::find_if(results.areas.begin(), results.areas.end(),
                       [&code](const AreaResult& area) { return area.code == code; });
}

bool noticed(const RunResults& results, const std::string& words) {
  return std::any_of(results.notices.begin(), results.notices.end(),
                     [&words](const std::string& notice) { return notice.find(words) != std::string::npos; });
}

} // namespace

TEST_CASE("an area is compared with all respondents and its contributions make the gap") {
  const RunResults results = run(twelve());
  const AreaResult& area = row(results, "A01");
  // 0.5 x 40 + 0.5 x 70, and an error of 1 for each mean of 100.
  CHECK_THAT(*area.index.value, WithinAbs(55, 1e-9));
  CHECK_THAT(*area.index.se, WithinAbs(std::sqrt(0.5), 1e-9));
  const double gap = *area.index.value - *results.total.index.value;
  CHECK_THAT(*area.comparison.difference, WithinAbs(gap, 1e-9));
  CHECK_THAT(*area.comparison.z, WithinAbs(gap / std::sqrt(0.5), 1e-9));
  CHECK_THAT(*area.contributions[0].points + *area.contributions[1].points, WithinAbs(gap, 1e-9));
  CHECK(area.rank_interval);
  CHECK(results.target.areas_compared == 12);
}

TEST_CASE("an area with more than a tenth of the weight is compared with everyone else") {
  std::vector<DomainEstimate> areas = twelve();
  areas[0] = area_of("A01", {{1000, 40}, {1000, 70}, {1000, 40}}, 1000);
  std::vector<DomainEstimate> others(areas.begin() + 1, areas.end());
  const DomainEstimate rest = together("REST", others);
  const RunResults results = run(areas);
  const double index_of_others = 0.5 * rest.mean[0] + 0.5 * rest.mean[1];
  CHECK_THAT(*row(results, "A01").comparison.difference, WithinAbs(55 - index_of_others, 1e-9));
  CHECK_THAT(*row(results, "A01").indicators[0].comparison.difference, WithinAbs(40 - rest.mean[0], 1e-9));
  CHECK(noticed(results, "compared with everyone else"));
}

TEST_CASE("fewer than thirty respondents are shown with caution and without a rank") {
  std::vector<DomainEstimate> areas = twelve();
  areas[11] = area_of("A12", {{29, 73}, {29, 53}, {29, 73}}, 29);
  const AreaResult area = row(run(areas), "A12");
  CHECK(area.status.text() == "caution");
  CHECK(area.index.value);
  CHECK(area.comparison.band != Band::none);
  CHECK_FALSE(area.rank);
  CHECK(area.indicators[0].status.text() == "caution");
}

TEST_CASE("ranks leave out who may not be ranked and close the gap") {
  std::vector<DomainEstimate> areas = twelve();
  areas[11] = area_of("A12", {{29, 95}, {29, 95}, {29, 73}}, 29);
  const RunResults results = run(areas);
  CHECK(row(results, "A11").rank == 1);
  CHECK(row(results, "A01").rank == 11);
  CHECK(row(results, "A01").rank_interval->high == 11);
}

TEST_CASE("an indicator hidden in an area is left out of its index which is then partial") {
  RunResults settings = results_for({"x", "y", "c"}, 2);
  settings.index.coverage_total = 0.5;
  settings.index.coverage_domain = 0;
  std::vector<DomainEstimate> areas = twelve();
  areas[3] = area_of("A04", {{130, 49}, {7, 99}, {130, 49}}, 130);
  const RunResults results = run(areas, settings);
  const AreaResult& area = row(results, "A04");
  CHECK(area.status.text() == "partial");
  CHECK(area.indicators[1].status.text() == "suppressed");
  CHECK_FALSE(area.indicators[1].n);
  // The whole and the whole deviation of x: the domain of y says nothing.
  const double whole_x = *results.total.indicators[0].estimate.value;
  CHECK_THAT(*area.index.value, WithinAbs(*results.total.index.value + 49 - whole_x, 1e-9));
  CHECK_FALSE(area.domains[1].value);
  CHECK_FALSE(area.comparison.z);
  CHECK_FALSE(area.comparison.difference);
  CHECK(area.comparison.band_sampling == Band::none);
  CHECK_FALSE(area.rank);
  CHECK_FALSE(area.reliability);
  // The next smallest cell of y goes too, and with it A01's complete index.
  CHECK(row(results, "A01").indicators[1].status.text() == "suppressed_secondary");
  CHECK(row(results, "A01").status.text() == "partial");
  CHECK(results.target.areas_compared == 10);
}

TEST_CASE("too little left of an index leaves it empty with the reason") {
  std::vector<DomainEstimate> areas = twelve();
  areas[3] = area_of("A04", {{130, 49}, {7, 99}, {130, 49}}, 130);
  const AreaResult area = row(run(areas), "A04");
  CHECK(area.status.text() == "coverage");
  CHECK(area.reason == "less than 75 % of the weight of the index was measured here");
  CHECK_FALSE(area.index.value);
  CHECK(area.n == 130U);
  CHECK(area.contributions.empty());
}

TEST_CASE("every hidden cell has a line in the log and no line a count") {
  std::vector<DomainEstimate> areas = twelve();
  areas[3] = area_of("A04", {{8, 49}, {8, 99}, {8, 49}}, 8);
  const RunResults results = run(areas);
  const std::vector<std::string> expected = {
      "index: A01: hidden so that a smaller one cannot be worked out by subtraction",
      "index: A04: fewer than 10 respondents",
      "x: A01: hidden so that a smaller one cannot be worked out by subtraction",
      "x: A04: fewer than 10 respondents",
      "y: A01: hidden so that a smaller one cannot be worked out by subtraction",
      "y: A04: fewer than 10 respondents",
      "c: A01: hidden so that a smaller one cannot be worked out by subtraction",
      "c: A04: fewer than 10 respondents"};
  CHECK(results.suppression_log == expected);
  CHECK(row(results, "A04").reason == "fewer than 10 respondents");
}

TEST_CASE("an index that is hidden hides its indicators even where they have enough respondents") {
  // c and x have 40 in A01, y 20: the index has 40 and is hidden for A04's sake; y alone would have hidden another.
  std::vector<DomainEstimate> areas = twelve();
  areas[0] = area_of("A01", {{40, 40}, {39, 70}, {40, 40}}, 40);
  areas[1] = area_of("A02", {{110, 43}, {38, 68.5}, {110, 43}}, 110);
  areas[3] = area_of("A04", {{8, 49}, {8, 99}, {8, 49}}, 8);
  const RunResults results = run(areas);
  CHECK(row(results, "A01").status.text() == "suppressed_secondary");
  CHECK(row(results, "A01").indicators[1].status.text() == "suppressed_secondary");
  CHECK(row(results, "A02").indicators[1].status.text() == "ok");
}

TEST_CASE("fewer than five areas have no spread and no ranks and it is said") {
  std::vector<DomainEstimate> areas = twelve();
  areas.resize(4);
  const RunResults results = run(areas);
  CHECK(results.small);
  CHECK_FALSE(results.target.tau2);
  CHECK(results.target.tau2_reason == "fewer than five areas are compared");
  for (const AreaResult& area : results.areas) {
    CHECK(area.comparison.z);
    CHECK_FALSE(area.comparison.z_od);
    CHECK_FALSE(area.rank);
  }
  CHECK(results.notices.front() == "only 4 areas are compared: with fewer than five there is no usual spread of areas "
                                   "to judge by, and no ranks");
}

TEST_CASE("one area alone has nothing to be compared with and says so") {
  std::vector<DomainEstimate> areas = twelve();
  areas.resize(1);
  const RunResults results = run(areas);
  CHECK(results.areas[0].index.value);
  CHECK_FALSE(results.areas[0].comparison.z);
  CHECK(noticed(results, "no area is compared"));
  CHECK(results.diagnostics.count("J622") == 1);
}

TEST_CASE("one area alone is compared with a published value") {
  RunResults settings = results_for({"x", "y", "c"}, 2);
  settings.study.target.kind = TargetKind::table;
  settings.study.target.rows = {{"index", 50, 0}, {"x", 43, 2}};
  std::vector<DomainEstimate> areas = twelve();
  areas.resize(1);
  const RunResults results = run(areas, settings);
  const AreaResult& area = results.areas[0];
  CHECK_THAT(*area.comparison.z, WithinAbs(5 / std::sqrt(0.5), 1e-9));
  CHECK(area.comparison.band_sampling == Band::much_better);
  CHECK(area.comparison.band == Band::none);
  CHECK_THAT(*area.indicators[0].comparison.z, WithinAbs(-3 / std::sqrt(1 + 4), 1e-9));
  CHECK_FALSE(area.indicators[1].comparison.z);
  CHECK(results.target.value == 50);
  CHECK(results.small);
}

TEST_CASE("a table without a row for the index compares indicators alone") {
  RunResults settings = results_for({"x", "y", "c"}, 2);
  settings.study.target.kind = TargetKind::table;
  settings.study.target.rows = {{"x", 43, 2}};
  const RunResults results = run(twelve(), settings);
  CHECK_FALSE(results.areas[0].comparison.z);
  CHECK(results.areas[0].indicators[0].comparison.z_od);
  CHECK(noticed(results, "the table of published values has no row for it"));
}

TEST_CASE("a fixed target is for the index alone") {
  RunResults settings = results_for({"x", "y", "c"}, 2);
  settings.study.target.kind = TargetKind::fixed;
  settings.study.target.value = 60;
  const RunResults results = run(twelve(), settings);
  CHECK_THAT(*results.areas[0].comparison.difference, WithinAbs(-5, 1e-9));
  CHECK_FALSE(results.areas[0].indicators[0].comparison.difference);
}

TEST_CASE("where sampling explains all differences nobody is ranked and it is said") {
  std::vector<DomainEstimate> areas;
  for (int a = 0; a < 6; ++a)
    areas.push_back(area_of("A" + std::to_string(a), {{100, 50 + 0.1 * a}, {100, 50}, {100, 50}}, 100));
  const RunResults results = run(areas);
  CHECK(results.target.tau2 == 0.0);
  CHECK(noticed(results, "no difference between areas can be seen"));
  for (const AreaResult& area : results.areas) {
    CHECK(area.reliability == 0.0);
    CHECK(area.status.caution);
    CHECK_FALSE(area.rank);
  }
}

TEST_CASE("an index that is never ranked has a difference and nothing that judges it") {
  RunResults settings = results_for({"x", "y", "c"}, 2);
  settings.index.ranked = false;
  const RunResults results = run(twelve(), settings);
  for (const AreaResult& area : results.areas) {
    CHECK(area.comparison.difference);
    CHECK_FALSE(area.comparison.z);
    CHECK_FALSE(area.comparison.fdr);
    CHECK(area.comparison.band == Band::none);
    CHECK_FALSE(area.rank);
  }
}

TEST_CASE("a companion that is never banded is shown without a comparison") {
  RunResults settings = results_for({"x", "y", "c"}, 2);
  settings.indicators[2].banded = false;
  const RunResults results = run(twelve(), settings);
  CHECK(results.areas[0].indicators[2].estimate.value);
  CHECK_FALSE(results.areas[0].indicators[2].comparison.difference);
  CHECK(results.areas[0].indicators[1].comparison.z_od);
}

TEST_CASE("where low is good a low indicator is better though its z is below 0") {
  RunResults settings = results_for({"x", "y", "c"}, 2);
  settings.indicators[0].low_is_good = true;
  const RunResults results = run(twelve(), settings);
  CHECK(*results.areas[0].indicators[0].comparison.z < 0);
  CHECK(results.areas[0].indicators[0].comparison.band_sampling == Band::much_better);
  // Points turn round too: 0.5 x (100 - 40) + 0.5 x 70.
  CHECK_THAT(*results.areas[0].index.value, WithinAbs(65, 1e-9));
}

TEST_CASE("indicators without goalposts are an error") {
  RunResults settings = results_for({"x", "y", "c"}, 2);
  settings.indicators[1].low = settings.indicators[1].high = 0;
  const RunResults results = run(twelve(), settings);
  REQUIRE(results.diagnostics.all().size() == 1);
  CHECK(results.diagnostics.all()[0].code == "J620");
  CHECK(results.diagnostics.all()[0].message == "\"y\" has no goalposts: low must be below high");
  CHECK(results.areas.empty());
}

TEST_CASE("regions and the total have values but no comparison and no rank") {
  Geography geography;
  geography.title = "Test boards";
  geography.regions = {{"R1", "North", {}}, {"R2", "South", {}}};
  std::vector<DomainEstimate> areas = twelve();
  for (std::size_t a = 0; a < areas.size(); ++a) {
    Area area;
    area.code = areas[a].code;
    area.name = "Board " + area.code;
    area.region = a < 6 ? "R1" : "R2";
    geography.areas.push_back(area);
  }
  geography.areas.emplace_back().code = "A99";
  areas[2] = area_of("A03", {{9, 46}, {9, 67}, {9, 46}}, 9);
  std::vector<DomainEstimate> north(areas.begin(), areas.begin() + 6), south(areas.begin() + 6, areas.end());
  Estimates estimates = estimates_of(areas, 2, {"x", "y", "c"});
  estimates.regions = {together("R1", north), together("R2", south)};
  RunResults results = results_for({"x", "y", "c"}, 2);
  assemble(estimates, &geography, results);
  REQUIRE(results.regions.size() == 2);
  CHECK(results.regions[0].name == "North");
  CHECK(results.regions[0].level == Level::region);
  CHECK(results.regions[0].index.value);
  CHECK_FALSE(results.regions[0].comparison.difference);
  CHECK_FALSE(results.regions[0].rank);
  CHECK_FALSE(results.regions[0].contributions.empty());
  CHECK(results.total.contributions.empty());
  CHECK(row(results, "A01").name == "Board A01");
  CHECK(row(results, "A01").region == "R1");
  // The north hides its next smallest, the south shows all.
  CHECK(row(results, "A01").status.text() == "suppressed_secondary");
  CHECK(row(results, "A07").status.text() == "ok");
  CHECK(noticed(results, "1 of 13 areas of Test boards have no respondents"));
}

TEST_CASE("what each indicator weighs and makes of the differences between areas is stated") {
  const RunResults results = run(twelve());
  CHECK(results.indicators[0].weight == 0.5);
  CHECK(results.indicators[2].weight == 0);
  CHECK(results.domain_weights[1].value == 0.5);
  // x rises by 3 and y falls by 1.5 from area to area, so the index by 0.75: x makes 0.5 x 3 / 0.75 = 2 of its
  // variance and y -1.
  CHECK_THAT(*results.indicators[0].variance_share, WithinAbs(2, 1e-9));
  CHECK_THAT(*results.indicators[1].variance_share, WithinAbs(-1, 1e-9));
}
