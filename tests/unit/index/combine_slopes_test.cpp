// Slopes of the combiners against differences of their own values.
#include "index/combine.hpp"
#include "index/power_mean.hpp"
#include "support/catch.hpp"

#include <cmath>

using namespace joinedup;

namespace {

double value(const Combiner& combiner, const MethodChoice& choice, std::vector<double> points) {
  const std::vector<double> weights = {0.5, 0.3, 0.2};
  return combiner.combine({points, weights, choice}).value;
}

} // namespace

TEST_CASE("the slopes of a combiner are those of its curves") {
  for (const MethodChoice& choice : {MethodChoice{"arithmetic"}, MethodChoice{"geometric"}, MethodChoice{"harmonic"},
                                     MethodChoice{"power", {{"power", 2}}}, MethodChoice{"power", {{"power", -0.5}}},
                                     MethodChoice{"mpi"}, MethodChoice{"mpi", {}, {{"sd", "sample"}}}}) {
    INFO(choice.text());
    const Combiner& combiner = *find_combiner(choice.method);
    const std::vector<double> points = {40, 90, 65}, weights = {0.5, 0.3, 0.2};
    const Combined found = combiner.combine({points, weights, choice});
    REQUIRE(found.slopes.size() == 3);
    constexpr double step = 1e-4;
    for (std::size_t k = 0; k < 3; ++k) {
      std::vector<double> up = points, down = points;
      up[k] += step;
      down[k] -= step;
      const double slope = (value(combiner, choice, up) - value(combiner, choice, down)) / (2 * step);
      CHECK_THAT(found.slopes[k], WithinRel(slope, 1e-6));
    }
  }
}

TEST_CASE("a secant of a mean's scale becomes its slope where both ends meet") {
  for (const double p : {1.0, 0.0, -1.0, 3.0}) {
    CHECK_THAT(link_secant(50, 50, p), WithinRel(link_slope(50, p), 1e-12));
    CHECK_THAT(link_secant(50, 51, p), WithinRel(link(51, p) - link(50, p), 1e-12));
    CHECK_THAT(link_secant(50, 50.0001, p), WithinRel(link_slope(50.00005, p), 1e-8));
  }
}

TEST_CASE("combiners are found by name and are those that a definition may name") {
  CHECK(find_combiner("harmonic")->positive);
  CHECK(find_combiner("mean") == nullptr);
  CHECK(combiners().size() == known_aggregations().size());
  for (const MethodForm& form : known_aggregations())
    CHECK(find_combiner(form.name) != nullptr);
}
