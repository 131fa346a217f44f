#include "stats/multiple_testing.hpp"
#include "stats/ranks.hpp"
#include "stats/shrinkage.hpp"
#include "support/catch.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

using namespace joinedup;

namespace {

struct Areas {
  std::vector<double> values, se;
};

Areas any_areas() {
  const auto count = *rc::gen::inRange<std::size_t>(2, 12);
  Areas out;
  for (std::size_t i = 0; i < count; ++i) {
    out.values.push_back(*rc::gen::inRange(0, 10000) / 100.0);
    out.se.push_back((1 + *rc::gen::inRange(0, 400)) / 100.0);
  }
  return out;
}

} // namespace

TEST_CASE("Paule-Mandel solves its equation or gives zero") {
  CHECK(rc::check("equation", [] {
    const Areas areas = any_areas();
    const auto all = random_effects(areas.values, areas.se);
    double q = 0;
    for (std::size_t i = 0; i < areas.values.size(); ++i) {
      q += std::pow(areas.values[i] - all.mean, 2) / (areas.se[i] * areas.se[i] + all.tau2);
    }
    const double df = static_cast<double>(areas.values.size()) - 1;
    RC_ASSERT(all.tau2 >= 0.0);
    if (all.tau2 > 0) RC_ASSERT(std::fabs(q - df) < 1e-8 * df);
    if (all.tau2 == 0.0) RC_ASSERT(q <= df * (1 + 1e-12));
  }));
}

TEST_CASE("a shrunk value lies between the area and the mean with no larger error") {
  CHECK(rc::check("between", [] {
    const Areas areas = any_areas();
    const auto all = random_effects(areas.values, areas.se);
    for (std::size_t i = 0; i < areas.values.size(); ++i) {
      const Shrunk found = shrink(areas.values[i], areas.se[i], all);
      RC_ASSERT(found.value >= std::min(areas.values[i], all.mean) - 1e-9);
      RC_ASSERT(found.value <= std::max(areas.values[i], all.mean) + 1e-9);
      RC_ASSERT(found.reliability >= 0.0);
      RC_ASSERT(found.reliability < 1.0);
    }
  }));
}

TEST_CASE("expected ranks sum to the sum of ranks and intervals hold the rank") {
  CHECK(rc::check("ranks", [] {
    const Areas areas = any_areas();
    const auto expected = expected_ranks({areas.values, areas.se});
    const auto n = static_cast<double>(areas.values.size());
    RC_ASSERT(std::fabs(std::accumulate(expected.begin(), expected.end(), 0.0) - n * (n + 1) / 2) < 1e-9);
    const auto ranks = competition_ranks(areas.values);
    const auto all = rank_limits({areas.values, areas.se});
    const auto own = rank_limits({areas.values, areas.se}, RankFamily::marginal);
    for (std::size_t i = 0; i < areas.values.size(); ++i) {
      RC_ASSERT(all[i].low <= ranks[i].rank);
      RC_ASSERT(ranks[i].rank <= all[i].high);
      RC_ASSERT(all[i].low <= own[i].low);
      RC_ASSERT(own[i].high <= all[i].high);
    }
  }));
}

TEST_CASE("adjusted p-values keep their order and are never smaller") {
  CHECK(rc::check("adjusted", [] {
    std::vector<double> p;
    for (const int thousandth : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 1001))) {
      p.push_back(thousandth / 1000.0);
    }
    std::ranges::sort(p);
    for (const auto& found : {adjust_holm(p), adjust_hochberg(p), adjust_benjamini_hochberg(p),
                              adjust_benjamini_yekutieli(p), adjust_bonferroni(p)}) {
      RC_ASSERT(std::ranges::is_sorted(found));
      for (std::size_t i = 0; i < p.size(); ++i) {
        RC_ASSERT(found[i] >= p[i]);
        RC_ASSERT(found[i] <= 1.0);
      }
    }
  }));
}
