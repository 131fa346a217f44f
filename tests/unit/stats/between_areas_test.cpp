// The five areas of METHODS sections 5 and 6, and the edges those sections name.
#include "stats/overdispersion.hpp"
#include "stats/reliability.hpp"
#include "stats/shrinkage.hpp"
#include "stats/transform.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <limits>
#include <vector>

using namespace joinedup;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
const std::vector<double> y{60, 66, 54, 63, 58}, s{2, 1.5, 1.5, 3, 2.5};

std::vector<double> z_against(double target) {
  std::vector<double> z;
  for (std::size_t i = 0; i < y.size(); ++i)
    z.push_back((y[i] - target) / s[i]);
  return z;
}

} // namespace

TEST_CASE("additive overdispersion of five areas equals the worked example") {
  const double target = fixed_effect(y, s).mean;
  CHECK_THAT(target, WithinAbs(60.009456, 5e-7));
  const auto found = overdispersion(z_against(target), s, {.trim = Trim::none});
  CHECK_THAT(found.phi * 5, WithinAbs(33.639874, 5e-7));
  CHECK_THAT(found.tau2, WithinAbs(27.999752, 5e-7));
  CHECK(found.why_zero == NoSpread::none);
  const std::vector<double> expected{-0.002, 1.089, -1.093, 0.492, -0.343};
  for (std::size_t i = 0; i < y.size(); ++i) {
    CHECK_THAT(overdispersed_z(y[i] - target, s[i], found.tau2), WithinAbs(expected[i], 6e-4));
  }
}

TEST_CASE("areas that differ less than sampling explains have no spread and the reason") {
  const std::vector<double> z{0.1, -0.2, 0.3, -0.1, 0.2};
  const auto found = overdispersion(z, s);
  CHECK(found.tau2 == 0);
  CHECK(found.why_zero == NoSpread::within_sampling_error);
  CHECK(found.phi < 1);
}

TEST_CASE("fewer than five areas have no spread and the reason") {
  const std::vector<double> z{5, -5, 4, none, 6}, se{1, 1, 1, 1, 0};
  const auto found = overdispersion(z, se);
  CHECK(found.areas == 3);
  CHECK(found.tau2 == 0);
  CHECK(found.why_zero == NoSpread::too_few_areas);
  CHECK(std::isnan(found.z[3]));
  CHECK(std::isnan(found.z[4]));
  CHECK(std::isnan(overdispersion({}, {}).phi));
  const std::vector<double> lone{3}, lone_se{1};
  CHECK(overdispersion(lone, lone_se, {.minimum_areas = 0}).tau2 == 0);
}

TEST_CASE("winsorising pulls in one extreme area on each side") {
  std::vector<double> z{-100, 100}, se(11, 1.0);
  for (int i = -4; i <= 4; ++i)
    z.push_back(i);
  const auto found = overdispersion(z, se);
  CHECK(found.z[0] == -4); // eleven values: the type 7 quantile at 0.1 is the second
  CHECK(found.z[1] == 4);
  CHECK_THAT(found.phi, WithinRel((60.0 + 32) / 11, 1e-12));
  CHECK(overdispersion(z, se, {.trim = Trim::truncate}).areas == 9);
}

TEST_CASE("shrunk values of five areas equal the worked example") {
  const auto all = random_effects(y, s, BetweenVariance::der_simonian_laird);
  CHECK_THAT(all.tau2, WithinAbs(27.999752, 5e-7));
  const std::vector<double> reliability{0.875, 0.9256, 0.9256, 0.7568, 0.8175};
  const std::vector<double> value{60.0185, 65.5647, 54.4573, 62.3062, 58.3919};
  for (std::size_t i = 0; i < y.size(); ++i) {
    CHECK_THAT(shrink(y[i], s[i], all).reliability, WithinAbs(reliability[i], 6e-5));
    CHECK_THAT(shrink(y[i], s[i], all).value, WithinAbs(value[i], 6e-5));
  }
}

TEST_CASE("one area has no variance between areas and is not shrunk") {
  const std::vector<double> one{50}, se{2};
  const auto all = random_effects(one, se);
  CHECK(all.areas == 1);
  CHECK(std::isnan(all.tau2));
  CHECK(all.mean == 50);
  CHECK(all.mean_se == 2);
  const Shrunk found = shrink(50, 2, all);
  CHECK(found.value == 50);
  CHECK(std::isnan(found.reliability));
}

TEST_CASE("two areas are allowed and their variance is worked by hand") {
  // s = 1 each: sum (y - mean)^2 / (1 + tau2) = 1 gives tau2 = 50 - 1.
  const std::vector<double> two{0, 10}, se{1, 1};
  for (const auto method :
       {BetweenVariance::paule_mandel, BetweenVariance::der_simonian_laird, BetweenVariance::reml}) {
    const auto all = random_effects(two, se, method);
    CHECK(all.areas == 2);
    CHECK_THAT(all.tau2, WithinRel(49.0, 1e-12));
    CHECK_THAT(all.mean_se, WithinRel(5.0, 1e-12));
  }
}

TEST_CASE("areas that agree have no variance between them and reliability zero") {
  const std::vector<double> same{50, 50.5, 49.5}, se{2, 2, 2};
  for (const auto method :
       {BetweenVariance::paule_mandel, BetweenVariance::der_simonian_laird, BetweenVariance::reml}) {
    const auto all = random_effects(same, se, method);
    CHECK(all.tau2 == 0);
    CHECK(shrink(50.5, 2, all).reliability == 0);
    CHECK_THAT(shrink(50.5, 2, all).value, WithinRel(50.0, 1e-12));
  }
}

TEST_CASE("an area without a usable error takes no part and keeps its value") {
  const std::vector<double> values{60, 66, 54, 63, 58, 90, 91, none}, se{2, 1.5, 1.5, 3, 2.5, none, 0, 1};
  const auto all = random_effects(values, se), five = random_effects(y, s);
  CHECK(all.areas == 5);
  CHECK(all.tau2 == five.tau2);
  CHECK(shrink(90, none, all).value == 90);
  CHECK(std::isnan(shrink(90, none, all).reliability));
  CHECK(shrink(91, 0, all).value == 91);
  CHECK(shrink(91, 0, all).reliability == 1);
}

TEST_CASE("areas all known without error vary as they are") {
  const std::vector<double> values{1, 2, 3, 4}, se{0, 0, 0, 0};
  const auto all = random_effects(values, se);
  CHECK_THAT(all.tau2, WithinRel(5.0 / 3, 1e-14));
  CHECK(all.mean == 2.5);
  const std::vector<double> one{1}, zero{0};
  CHECK(std::isnan(random_effects(one, zero).tau2));
  CHECK(std::isnan(random_effects({}, {}).mean));
  CHECK(fixed_effect({}, {}).areas == 0);
}

TEST_CASE("respondents needed for a reliability equal the worked example") {
  CHECK_THAT(respondents_needed(0.05, 0.7), WithinAbs(44.33, 0.005));
  CHECK_THAT(spearman_brown(0.05, respondents_needed(0.05, 0.7)), WithinRel(0.7, 1e-12));
  CHECK(std::isnan(respondents_needed(0, 0.7)));
  CHECK(std::isnan(respondents_needed(-0.1, 0.7)));
  const std::vector<double> values{1, 2};
  const std::vector<std::uint32_t> each_alone{0, 1}, one_group{0, 0};
  CHECK(std::isnan(anova_icc(values, each_alone).icc));
  CHECK(std::isnan(anova_icc(values, one_group).icc));
}

TEST_CASE("transformations refuse what they are not defined for") {
  CHECK(std::isnan(log_ratio(0, 5).value));
  CHECK(sqrt_ratio(0, 5).value == 0);
  CHECK(std::isnan(sqrt_ratio(1, 0).value));
  CHECK(std::isnan(arcsine_proportion(3, 2).value));
  CHECK(std::isnan(arcsine_proportion(0, 0).se));
  CHECK(std::isnan(log_ratio_of_counts(-1, 2).value));
}
