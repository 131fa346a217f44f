// Slopes of the combiners against differences of their own links.
#include "index/combine.hpp"
#include "support/catch.hpp"

using namespace joinedup;

TEST_CASE("the slopes of a combiner are those of its curves") {
  for (const Combiner* mean : {&arithmetic_mean, &geometric_mean}) {
    INFO(mean->name);
    constexpr double step = 1e-5;
    for (const double points : {1.0, 40.0, 99.0}) {
      const double slope = (mean->link(points + step) - mean->link(points - step)) / (2 * step);
      CHECK_THAT(mean->link_slope(points), WithinRel(slope, 1e-6));
      const double linked = mean->link(points);
      const double back = (mean->inverse(linked + step) - mean->inverse(linked - step)) / (2 * step);
      CHECK_THAT(mean->inverse_slope(linked), WithinRel(back, 1e-6));
    }
  }
}

TEST_CASE("combiners are found by name") {
  CHECK(find_combiner("geometric") == &geometric_mean);
  CHECK(find_combiner("harmonic") == nullptr);
}
