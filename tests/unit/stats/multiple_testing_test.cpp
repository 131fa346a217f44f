#include "stats/multiple_testing.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <vector>

using namespace joinedup;

TEST_CASE("Benjamini-Hochberg values equal the worked example in any order") {
  const std::vector<double> p{0.3, 0.001, 0.04, 0.012, 0.021}, expected{0.3, 0.005, 0.05, 0.03, 0.035};
  const auto found = adjust_benjamini_hochberg(p);
  for (std::size_t i = 0; i < p.size(); ++i)
    CHECK_THAT(found[i], WithinRel(expected[i], 1e-12));
}

TEST_CASE("missing p-values stay missing and are no tests") {
  const std::vector<double> p{std::nan(""), 0.01, std::nan(""), 0.04};
  for (const auto& found : {adjust_holm(p), adjust_hochberg(p), adjust_benjamini_hochberg(p), adjust_bonferroni(p)}) {
    CHECK(std::isnan(found[0]));
    CHECK(std::isnan(found[2]));
    CHECK_THAT(found[1], WithinRel(0.02, 1e-12));
  }
  CHECK_THAT(adjust_holm(p)[3], WithinRel(0.04, 1e-12));
  CHECK_THAT(adjust_benjamini_yekutieli(p)[1], WithinRel(0.03, 1e-12)); // times 1 + 1/2
}

TEST_CASE("adjusted p-values never pass one and no tests give nothing") {
  const std::vector<double> p{0.9, 0.8};
  for (const auto& found : {adjust_holm(p), adjust_benjamini_yekutieli(p), adjust_bonferroni(p)}) {
    CHECK(found[0] == 1);
    CHECK(found[1] == 1);
  }
  CHECK(adjust_hochberg(p) == std::vector<double>{0.9, 0.9});
  CHECK(adjust_holm({}).empty());
  CHECK(adjust_benjamini_hochberg({}).empty());
}
