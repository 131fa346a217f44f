#include "stats/consistency.hpp"
#include "stats/one_factor.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <vector>

using namespace joinedup;

namespace {

/// Correlations of a one-factor model.
std::vector<double> model(const std::vector<double>& loadings) {
  std::vector<double> out;
  for (std::size_t i = 0; i < loadings.size(); ++i)
    for (std::size_t j = 0; j < loadings.size(); ++j)
      out.push_back(i == j ? 1 : loadings[i] * loadings[j]);
  return out;
}

} // namespace

TEST_CASE("alpha of parallel items is the Spearman-Brown formula") {
  const double r = 0.4;
  const std::vector<double> covariance{2, 0.8, 0.8, 0.8, 2, 0.8, 0.8, 0.8, 2};
  const Consistency c = consistency(covariance, 3, 50);
  CHECK_THAT(c.alpha, WithinRel(3 * r / (1 + 2 * r), 1e-14));
  CHECK_THAT(c.mean_correlation, WithinRel(r, 1e-14));
  CHECK_THAT(c.alpha_without[1], WithinRel(2 * r / (1 + r), 1e-14));
  CHECK_THAT(c.item_rest[0], WithinRel(1.6 / std::sqrt(2 * 5.6), 1e-14)); // covariance 1.6, variance of the rest 5.6
}

TEST_CASE("the interval of alpha is that of the worked example") {
  const FeldtInterval i = feldt_interval(0.80262767875025, 6, 38); // psych alpha.ci
  CHECK_THAT(i.low, WithinAbs(0.686543521294265, 1e-12));
  CHECK_THAT(i.high, WithinAbs(0.885908415940961, 1e-12));
}

TEST_CASE("more answers than the quantile can take give no interval and no fault") {
  for (const std::uint64_t answers :
       {std::uint64_t{1'000'000}, std::uint64_t{1} << 32, std::uint64_t{400'000'000'000}, std::uint64_t{1} << 62}) {
    const FeldtInterval i = feldt_interval(0.8, 6, answers);
    CAPTURE(answers, i.low, i.high);
    CHECK(std::isnan(i.low) == std::isnan(i.high));
    CHECK((std::isnan(i.low) || (i.low <= 0.8 && i.high >= 0.8 && i.high - i.low < 0.01)));
  }
}

TEST_CASE("alpha may be negative and is given as it is") {
  const std::vector<double> covariance{1, -0.5, -0.5, 1};
  CHECK_THAT(consistency(covariance, 2, 20).alpha, WithinRel(2 * (1 - 2 / 1.0), 1e-14));
}

TEST_CASE("one item, two answers or no variance give no alpha") {
  const std::vector<double> one{1}, flat{0, 0, 0, 0}, two{1, 0.5, 0.5, 1};
  CHECK(std::isnan(consistency(one, 1, 50).alpha));
  CHECK(std::isnan(consistency(two, 2, 2).alpha));
  CHECK(std::isnan(consistency(flat, 2, 50).alpha));
  CHECK(std::isnan(consistency(two, 2, 50).alpha_without[0])); // one item would remain
}

TEST_CASE("a constant item leaves alpha and takes its own correlations away") {
  const std::vector<double> covariance{1, 0.5, 0, 0.5, 1, 0, 0, 0, 0};
  const Consistency c = consistency(covariance, 3, 50);
  CHECK_THAT(c.alpha, WithinRel(1.5 * (1 - 2 / 3.0), 1e-14));
  CHECK(std::isnan(c.item_rest[2]));
  CHECK(std::isnan(c.mean_correlation));
  CHECK(std::isnan(one_factor(c.correlation, 3).omega));
}

TEST_CASE("a one-factor model gives its own loadings back") {
  const std::vector<double> loadings{0.9, 0.3, 0.5, 0.7, -0.2};
  const OneFactor f = one_factor(model(loadings), 5);
  for (std::size_t i = 0; i < loadings.size(); ++i)
    CHECK_THAT(f.loadings[i], WithinAbs(loadings[i], 1e-10));
  double unique = 0, all = 0;
  for (const double l : loadings)
    unique += 1 - l * l;
  for (const double r : model(loadings))
    all += r;
  CHECK_THAT(f.omega, WithinAbs(1 - unique / all, 1e-10));
}

TEST_CASE("omega of equal loadings equals alpha") {
  const std::vector<double> r = model({0.6, 0.6, 0.6, 0.6});
  CHECK_THAT(one_factor(r, 4).omega, WithinAbs(consistency(r, 4, 100).alpha, 1e-12));
}

TEST_CASE("two variables do not make out a factor") {
  const OneFactor f = one_factor(model({0.5, 0.5}), 2);
  CHECK(std::isnan(f.omega));
  CHECK(std::isnan(f.loadings[0]));
}

TEST_CASE("communalities stay below one where the best fit would be above") {
  const std::vector<double> r{1, 0.9, 0.9, 0.9, 1, 0.1, 0.9, 0.1, 1}; // would need a loading of 2.8
  const OneFactor f = one_factor(r, 3);
  for (const double l : f.loadings)
    CHECK(l * l <= 0.995 + 1e-12);
}
