#include "publish/comparison.hpp"

#include "support/catch.hpp"

#include <cmath>

using namespace joinedup;

namespace {

/// The worked example of docs/methods.md, sections 5 and 6: five areas.
std::vector<Contender> five() {
  return {{60, 2, true, true, {}},
          {66, 1.5, true, true, {}},
          {54, 1.5, true, true, {}},
          {63, 3, true, true, {}},
          {58, 2.5, true, true, {}}};
}

ComparisonRule against(double value, double se = 0) {
  ComparisonRule rule;
  rule.kind = TargetKind::table;
  rule.given = value;
  rule.given_se = se;
  return rule;
}

} // namespace

TEST_CASE("reliability and shrunk values follow from the variance between areas") {
  // Equal errors of 2: Paule-Mandel's variance is that of the areas less that of sampling, 40 - 4 = 36, so B = 0.9.
  const std::vector<double> values = {50, 54, 58, 62, 66}, shrunk = {50.8, 54.4, 58, 61.6, 65.2};
  std::vector<Contender> areas;
  for (const double value : values)
    areas.push_back({value, 2, true, true, {}});
  const ComparedAreas out = compare_areas(areas, against(60));
  CHECK_THAT(out.between, WithinAbs(36, 1e-9));
  for (std::size_t a = 0; a < 5; ++a) {
    CHECK_THAT(*out.areas[a].reliability, WithinAbs(0.9, 1e-9));
    CHECK_THAT(*out.areas[a].shrunk, WithinAbs(shrunk[a], 1e-9));
  }
}

TEST_CASE("a pooled target is the precision-weighted mean or the random-effects mean") {
  ComparisonRule rule;
  rule.kind = TargetKind::areas_fixed;
  // sum(y / s^2) / sum(1 / s^2), and the z of the worked example.
  const ComparedAreas fixed = compare_areas(five(), rule);
  CHECK_THAT(fixed.target.value, WithinAbs(60.009456, 1e-6));
  const std::vector<double> z = {-.005, 3.994, -4.006, .997, -.804};
  for (std::size_t a = 0; a < 5; ++a)
    CHECK_THAT(*fixed.areas[a].comparison.z, WithinAbs(z[a], 5e-4));
}

TEST_CASE("a random-effects target gives small areas nearly the weight of large ones") {
  // Two precise and three imprecise areas far apart: weights 1 / (s^2 + tau2), tau2 by Paule-Mandel's equation
  // sum (y - mean)^2 / (s^2 + tau2) = areas - 1.
  ComparisonRule rule;
  rule.kind = TargetKind::areas;
  const std::vector<Contender> areas = five();
  const ComparedAreas out = compare_areas(areas, rule);
  double weights = 0, mean = 0, q = 0;
  for (const Contender& area : areas) {
    const double weight = 1 / (area.se * area.se + out.between);
    weights += weight;
    mean += weight * area.value;
    q += weight * (area.value - out.target.value) * (area.value - out.target.value);
  }
  CHECK_THAT(out.target.value, WithinAbs(mean / weights, 1e-9));
  CHECK_THAT(q, WithinAbs(4, 1e-9));
}

TEST_CASE("a published value with an error widens every comparison") {
  const ComparedAreas exact = compare_areas(five(), against(61));
  CHECK_THAT(*exact.areas[1].comparison.z, WithinAbs(5 / 1.5, 1e-12));
  const ComparedAreas wide = compare_areas(five(), against(61, 2));
  CHECK_THAT(*wide.areas[1].comparison.z, WithinAbs(5 / 2.5, 1e-12));
  CHECK(wide.areas[1].comparison.band_sampling == Band::better);
  CHECK_THAT(*wide.areas[1].comparison.p, WithinAbs(0.0455002638963584, 1e-12));
}

TEST_CASE("fewer than five areas have neither a spread nor a band from it") {
  std::vector<Contender> areas = five();
  areas.pop_back();
  const ComparedAreas out = compare_areas(areas, against(61));
  CHECK(out.few());
  CHECK(std::isnan(out.tau2));
  CHECK(out.tau2_reason == "fewer than five areas are compared");
  CHECK_FALSE(out.areas[1].comparison.z_od);
  CHECK(out.areas[1].comparison.band == Band::none);
  CHECK(out.areas[1].comparison.band_sampling == Band::much_better);
  CHECK_FALSE(out.areas[1].reliability);
}

TEST_CASE("areas that differ less than sampling explains have no spread and no reliability") {
  const std::vector<Contender> alike(6, {50, 2, true, true, {}});
  const ComparedAreas out = compare_areas(alike, against(50.5));
  CHECK(out.tau2 == 0);
  CHECK(out.between == 0);
  CHECK(out.tau2_reason == "areas differ no more than sampling error explains");
  CHECK(out.areas[0].reliability == 0.0);
  CHECK(out.areas[0].comparison.z_od == out.areas[0].comparison.z);
}

TEST_CASE("who is not eligible or not shown is neither compared nor in the spread") {
  std::vector<Contender> areas = five();
  areas.push_back({90, 1, false, true, {}});
  areas.push_back({90, 1, true, false, {}});
  areas.push_back({std::nan(""), 1, true, true, {}});
  areas.push_back({90, 0, true, true, {}});
  const ComparedAreas out = compare_areas(areas, against(60));
  CHECK(out.members == std::vector<std::size_t>{0, 1, 2, 3, 4});
  CHECK(out.tau2 == compare_areas(five(), against(60)).tau2);
  CHECK_FALSE(out.areas[6].comparison.z);
}

TEST_CASE("only the target of the pooled precision-weighted mean keeps what is hidden") {
  std::vector<Contender> areas = five();
  areas.push_back({90, 1, true, false, {}});
  ComparisonRule rule;
  rule.kind = TargetKind::areas_fixed;
  CHECK(compare_areas(areas, rule).members.size() == 6);
  rule.kind = TargetKind::areas;
  CHECK(compare_areas(areas, rule).members.size() == 5);
}

TEST_CASE("an area with a target of its own is compared with that") {
  std::vector<Contender> areas = five();
  areas[0].target = 50;
  areas[1].target = std::nan("");
  ComparisonRule rule;
  rule.given = 61;
  const ComparedAreas out = compare_areas(areas, rule);
  CHECK_THAT(*out.areas[0].comparison.difference, WithinAbs(10, 1e-12));
  CHECK_FALSE(out.areas[1].comparison.difference);
  CHECK_THAT(*out.areas[2].comparison.difference, WithinAbs(-7, 1e-12));
}

TEST_CASE("without a target nothing is compared") {
  const ComparedAreas out = compare_areas(five(), ComparisonRule{});
  CHECK(out.members.empty());
  CHECK_FALSE(out.areas[0].comparison.difference);
}
