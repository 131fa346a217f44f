// Every choice that a study has in comparing areas, on worked numbers.
#include "publish/bands.hpp"
#include "publish/comparison.hpp"
#include "publish/ranking.hpp"
#include "stats/normal.hpp"

#include "support/catch.hpp"

#include <cmath>
#include <limits>

using namespace joinedup;

namespace {

/// Five areas: values and standard errors whose precision-weighted mean is 60.009456 and whose Q is 33.639874.
std::vector<Contender> five() {
  return {{60, 2, true, true, {}},
          {66, 1.5, true, true, {}},
          {54, 1.5, true, true, {}},
          {63, 3, true, true, {}},
          {58, 2.5, true, true, {}}};
}

ComparedAreas of_five(const ComparisonOptions& options) {
  ComparisonRule rule;
  rule.kind = TargetKind::areas_fixed;
  return compare_areas(five(), rule, options);
}

ComparisonOptions untrimmed(const char* overdispersion) {
  ComparisonOptions out;
  out.trim = "none";
  out.overdispersion = overdispersion;
  return out;
}

/// Areas whose two-sided p against 0 are .001, .012, .021, .04 and .3.
std::vector<bool> flagged(const char* method, double level) {
  std::vector<Contender> areas;
  for (const double p : {.001, .012, .021, .04, .3})
    areas.push_back({normal_quantile(1 - p / 2), 1, true, true, {}});
  ComparisonRule rule;
  rule.kind = TargetKind::fixed;
  rule.given = 0;
  ComparisonOptions options;
  options.multiple_testing = method;
  options.level = level;
  std::vector<bool> out;
  for (const ComparedArea& area : compare_areas(areas, rule, options).areas)
    out.push_back(area.comparison.fdr.value());
  return out;
}

} // namespace

TEST_CASE("p values are adjusted as the study asks") {
  using Flags = std::vector<bool>;
  // R's p.adjust: BH .005 .03 .035 .05 .3; BY .0114 .0685 .0799 .114 .685; Holm and Hochberg .005 .048 .063 .08 .3;
  // Bonferroni .005 .06 .105 .2 1.
  CHECK(flagged("bh", 0.04) == Flags{true, true, true, false, false});
  CHECK(flagged("by", 0.07) == Flags{true, true, false, false, false});
  CHECK(flagged("holm", 0.05) == Flags{true, true, false, false, false});
  CHECK(flagged("hochberg", 0.05) == Flags{true, true, false, false, false});
  CHECK(flagged("bonferroni", 0.05) == Flags{true, false, false, false, false});
}

TEST_CASE("Hochberg steps up where Holm steps down and stops") {
  // p .03 .04: Holm .06 .06, Hochberg .04 .04; three at .9 more leave p of .03 x 5.
  ComparisonRule rule;
  rule.kind = TargetKind::fixed;
  rule.given = 0;
  std::vector<Contender> areas;
  for (const double p : {.03, .04})
    areas.push_back({normal_quantile(1 - p / 2), 1, true, true, {}});
  ComparisonOptions options;
  options.multiple_testing = "holm";
  CHECK_FALSE(*compare_areas(areas, rule, options).areas[0].comparison.fdr);
  options.multiple_testing = "hochberg";
  CHECK(*compare_areas(areas, rule, options).areas[0].comparison.fdr);
}

TEST_CASE("no adjustment leaves no flag") {
  ComparisonOptions options;
  options.multiple_testing = "none";
  const ComparedAreas out = of_five(options);
  CHECK_FALSE(out.areas[0].comparison.fdr);
  CHECK(out.areas[0].comparison.p);
}

TEST_CASE("an additive spread without trimming equals the worked example") {
  const ComparedAreas out = of_five(untrimmed("additive"));
  CHECK_THAT(out.tau2, WithinAbs(27.999752, 1e-6));
  const std::vector<double> z_od = {-.002, 1.089, -1.093, .492, -.343};
  for (std::size_t a = 0; a < z_od.size(); ++a)
    CHECK_THAT(*out.areas[a].comparison.z_od, WithinAbs(z_od[a], 5e-4));
}

TEST_CASE("a multiplicative spread divides every z by the root of phi") {
  const ComparedAreas out = of_five(untrimmed("multiplicative"));
  CHECK_THAT(out.phi, WithinAbs(33.639874 / 5, 1e-6)); // the worked Q over five areas
  CHECK(std::isnan(out.tau2));
  const std::vector<double> z = {-.005, 3.994, -4.006, .997, -.804};
  for (std::size_t a = 0; a < z.size(); ++a)
    CHECK_THAT(*out.areas[a].comparison.z_od, WithinAbs(z[a] / std::sqrt(6.7279748), 5e-4));
}

TEST_CASE("a multiplicative spread never narrows the limits") {
  std::vector<Contender> alike;
  for (const double value : {60.1, 59.9, 60.0, 60.2, 59.8})
    alike.push_back({value, 2, true, true, {}});
  ComparisonRule rule;
  rule.kind = TargetKind::fixed;
  rule.given = 60;
  const ComparedAreas out = compare_areas(alike, rule, untrimmed("multiplicative"));
  CHECK(out.phi < 1);
  CHECK(out.tau2 == 0);
  CHECK_THAT(*out.areas[3].comparison.z_od, WithinAbs(0.1, 1e-12));
}

TEST_CASE("without a spread there is no second band, and the reason is said") {
  const ComparedAreas out = of_five(untrimmed("none"));
  CHECK_FALSE(out.areas[1].comparison.z_od);
  CHECK(out.areas[1].comparison.band == Band::none);
  CHECK(out.areas[1].comparison.band_sampling == Band::much_better);
  CHECK(out.tau2_reason == "the study asks for no spread");
  CHECK(out.areas[1].reliability); // which asks another question
}

TEST_CASE("truncation leaves the ends out, winsorising pulls them in") {
  std::vector<Contender> areas;
  for (const double value : {-8.0, -1.0, -.5, -.2, 0.0, 0.0, .2, .5, 1.0, 8.0})
    areas.push_back({value, 1, true, true, {}});
  ComparisonRule rule;
  rule.kind = TargetKind::fixed;
  rule.given = 0;
  ComparisonOptions options;
  options.trim = "truncate";
  // The two 8s are left out: (1 + .25 + .04) x 2 over the eight that remain.
  CHECK_THAT(compare_areas(areas, rule, options).phi, WithinAbs(2.58 / 8, 1e-12));
  options.trim = "winsorise";
  // Type-7 quantiles at 0.1: -8 + 0.9 x 7 = -1.7 takes the place of -8, likewise 1.7.
  CHECK_THAT(compare_areas(areas, rule, options).phi, WithinAbs((2.58 + 2 * 1.7 * 1.7) / 10, 1e-12));
}

TEST_CASE("the variance between areas is by the estimator that the study names") {
  ComparisonOptions options;
  options.shrinkage = "dersimonian_laird";
  const ComparedAreas out = of_five(options);
  CHECK_THAT(out.between, WithinAbs(27.999752, 1e-6));
  const std::vector<double> reliability = {.875, .9256, .9256, .7568, .8175};
  const std::vector<double> shrunk = {60.0185, 65.5647, 54.4573, 62.3062, 58.3919};
  for (std::size_t a = 0; a < shrunk.size(); ++a) {
    CHECK_THAT(*out.areas[a].reliability, WithinAbs(reliability[a], 5e-5));
    CHECK_THAT(*out.areas[a].shrunk, WithinAbs(shrunk[a], 5e-5));
  }
}

TEST_CASE("restricted likelihood on equal errors is the sample variance less that of sampling") {
  std::vector<Contender> areas;
  for (const double value : {50, 54, 58, 62, 66})
    areas.push_back({value, 2, true, true, {}});
  ComparisonRule rule;
  rule.kind = TargetKind::areas;
  ComparisonOptions options;
  options.shrinkage = "reml";
  CHECK_THAT(compare_areas(areas, rule, options).between, WithinAbs(36, 1e-9));
}

TEST_CASE("a study that shrinks nothing still has reliability, which ranks need") {
  ComparisonOptions options;
  options.shrinkage = "none";
  const ComparedAreas out = of_five(options);
  CHECK(out.areas[0].reliability);
  CHECK_FALSE(out.areas[0].shrunk);
}

TEST_CASE("bands are cut at the study's limits") {
  ComparisonOptions options;
  options.inner = 90; // 1.644854
  options.outer = 99; // 2.575829
  const BandLimits limits = band_limits(options);
  CHECK_THAT(limits.inner, WithinAbs(1.6448536269514722, 1e-12));
  CHECK_THAT(limits.outer, WithinAbs(2.5758293035489004, 1e-12));
  CHECK(band_of(1.7, false, limits) == Band::better);
  CHECK(band_of(-2.6, false, limits) == Band::much_worse);
  CHECK(band_of(-2.6, true, limits) == Band::much_better);
  options.scheme = "three";
  CHECK(band_of(50, false, band_limits(options)) == Band::better);
  CHECK(band_of(std::numeric_limits<double>::quiet_NaN(), false, limits) == Band::none);
}

TEST_CASE("rank intervals of each area by itself are narrower than those that hold all at once") {
  // SE 1 each: the first two are 3.2 apart, z 2.263, p .0236. Over three pairs Holm gives .0709; over the two pairs of
  // the first area .0473.
  const std::vector<RankCandidate> areas = {{3.2, 1, true}, {0, 1, true}, {1.6, 1, true}};
  ComparisonOptions options;
  CHECK(rank_areas(areas, options)[0].interval->high == 3);
  options.rank_intervals = "marginal";
  const auto marginal = rank_areas(areas, options);
  CHECK((marginal[0].interval->low == 1 && marginal[0].interval->high == 2));
  CHECK((marginal[1].interval->low == 2 && marginal[1].interval->high == 3));
  CHECK((marginal[2].interval->low == 1 && marginal[2].interval->high == 3));
}

TEST_CASE("one area alone is held against its target, and nothing else is said of it") {
  ComparisonRule rule;
  rule.kind = TargetKind::table;
  rule.given = 60;
  const std::vector<Contender> one = {{64, 2, true, true, {}}};
  const ComparedAreas out = compare_areas(one, rule);
  CHECK_THAT(*out.areas[0].comparison.z, WithinAbs(2, 1e-12));
  CHECK_FALSE(out.areas[0].comparison.z_od);
  CHECK_FALSE(out.areas[0].reliability);
  CHECK(std::isnan(out.tau2));
}

TEST_CASE("an area without sampling error takes no part") {
  auto areas = five();
  areas.push_back({70, 0, true, true, {}});
  ComparisonRule rule;
  rule.kind = TargetKind::areas_fixed;
  const ComparedAreas out = compare_areas(areas, rule);
  CHECK(out.members.size() == 5);
  CHECK_FALSE(out.areas[5].comparison.z);
}
