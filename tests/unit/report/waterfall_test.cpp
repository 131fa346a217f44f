#include "support/catch.hpp"
#include "support/results_states.hpp"

#include "base/text.hpp"
#include "report/html/text.hpp"
#include "report/html/waterfall.hpp"

#include <rapidcheck.h>

using namespace joinedup;
using namespace joinedup::testing;

namespace {
/// England 62.8125 and an area whose three parts are given.
std::pair<RunResults, AreaResult> with_parts(double a, double b, double c) {
  RunResults results = many_areas();
  AreaResult area = results.areas[0];
  area.index.value = 62.8125 + a + b + c;
  area.contributions = {{"p3ceq", 0.5, a}, {"eq5d", 0.25, b}, {"wemwbs", 0.25, c}};
  return {results, area};
}
} // namespace

TEST_CASE("Levels are rounded and parts are differences of rounded levels") {
  const auto [results, area] = with_parts(-2.9334, -0.5161, 0.3052);
  const Waterfall w = waterfall(results, area);
  REQUIRE(w.steps.size() == 3);
  // 62.8125 - 2.9334 = 59.8791, - 0.5161 = 59.3630, + 0.3052 = 59.6682
  CHECK_THAT(w.start, WithinAbs(62.81, 1e-12));
  CHECK_THAT(w.steps[0].to, WithinAbs(59.88, 1e-12));
  CHECK_THAT(w.steps[1].to, WithinAbs(59.36, 1e-12));
  CHECK_THAT(w.end, WithinAbs(59.67, 1e-12));
  CHECK(equation(w) == "62.81 \xE2\x88\x92 2.93 \xE2\x88\x92 0.52 + 0.31 = 59.67");
}

TEST_CASE("Printed parts add up to the printed total for any parts") {
  CHECK(rc::check("sum", [](int a, int b, int c) {
    const auto [results, area] = with_parts((a % 100000) / 9973.0, (b % 100000) / 9973.0, (c % 100000) / 9973.0);
    const Waterfall w = waterfall(results, area);
    double hundredths = std::round(w.start * 100);
    for (const WaterfallStep& step : w.steps)
      hundredths += std::round(round_to(step.points(), 2) * 100);
    RC_ASSERT(hundredths == std::round(w.end * 100));
  }));
}

TEST_CASE("A part is within a hundredth of its true value") {
  CHECK(rc::check("near", [](int a, int b, int c) {
    const auto [results, area] = with_parts((a % 100000) / 9973.0, (b % 100000) / 9973.0, (c % 100000) / 9973.0);
    const Waterfall w = waterfall(results, area);
    for (std::size_t i = 0; i < 3; ++i)
      RC_ASSERT(std::abs(w.steps[i].points() - *area.contributions[i].points) < 0.0101);
  }));
}

TEST_CASE("There is no waterfall for a hidden area or one without an index") {
  const RunResults results = many_areas();
  CHECK(waterfall(results, results.areas[hidden_area]).steps.empty());
  CHECK(waterfall(results, results.areas[coverage_area]).steps.empty());
}

TEST_CASE("Missing measures are one line of the waterfall") {
  const RunResults results = many_areas();
  const Waterfall w = waterfall(results, results.areas[partial_area]);
  REQUIRE(w.steps.size() == 3);
  CHECK(w.steps[2].label == "Measures missing here");
}
