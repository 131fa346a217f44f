// What is missing in an area: deviations, coverage and the standard error, worked by hand.
#include "index/composite.hpp"

#include "index/contributions.hpp"
#include "index/rest.hpp"
#include "support/catch.hpp"
#include "support/estimate_builder.hpp"

#include <cmath>

using namespace joinedup;
using namespace joinedup::test;

namespace {

/// Domain "first" holds x and y (weights 1 and 3), domain "second" z; domains weigh the same. Goalposts 0 to 100.
struct Example {
  IndexSpec index;
  DomainEstimate area = area_of("A", {{25, 40}, {25, 60}, {25, 30}}, 25);
  DomainEstimate total = area_of("ALL", {{400, 50}, {400, 52}, {400, 44}}, 400);
  Presence all = {true, true, true};

  Example() {
    index.domains.resize(2);
    index.domains[0].id = "first";
    index.domains[1].id = "second";
    for (const auto& [id, domain, weight] : {std::tuple("x", 0U, 1.0), {"y", 0U, 3.0}, {"z", 1U, 1.0}}) {
      Indicator indicator;
      indicator.id = id;
      indicator.weight = weight;
      index.domains[domain].indicators.push_back(indicator);
    }
  }
  IndexFrame frame(bool levels = false) const {
    std::vector<IndicatorInfo> infos(3);
    for (IndicatorInfo& info : infos)
      info.high = 100;
    return index_frame(index, infos, levels);
  }
};

} // namespace

TEST_CASE("a complete area is the weighted mean of its points") {
  const Example e;
  const Composite area = compose(e.frame(), e.area, e.all, {e.total, e.all});
  // 0.125 x 40 + 0.375 x 60 + 0.5 x 30; variances 4 each.
  CHECK_THAT(area.value, WithinAbs(42.5, 1e-12));
  CHECK_THAT(area.domains[0], WithinAbs(55, 1e-12));
  CHECK_THAT(area.domains[1], WithinAbs(30, 1e-12));
  CHECK_THAT(area.se, WithinAbs(std::sqrt((0.125 * 0.125 + 0.375 * 0.375 + 0.25) * 4), 1e-12));
  CHECK(area.coverage.complete);
}

TEST_CASE("a missing indicator is left out as a deviation from the whole") {
  Example e;
  // x is missing. First domain: whole 0.25 x 50 + 0.75 x 52 = 51.5, deviation of y alone 60 - 52 = 8: 59.5, not the
  // level 60 of y. Index: whole 47.75 + 0.5 x 8 + 0.5 x (30 - 44) = 44.75.
  const Composite area = compose(e.frame(), e.area, {false, true, true}, {e.total, e.all});
  CHECK_THAT(area.domains[0], WithinAbs(59.5, 1e-12));
  CHECK_THAT(area.value, WithinAbs(44.75, 1e-12));
  CHECK_FALSE(area.coverage.complete);
  CHECK(area.coverage.enough);
  CHECK_THAT(area.coverage.total, WithinAbs(0.875, 1e-12));
}

TEST_CASE("the error of a deviation counts the whole's terms and their covariance with the area") {
  Example e;
  // Coefficients: area y 0.5, z 0.5; whole x 0.125, y -0.125. Variances 4 in the area, 0.25 in the whole; covariance
  // of the area's y with the whole's y 0.25. Var = 0.25 x 4 x 2 + 2 x 0.5 x (-0.125) x 0.25 + 2 x 0.125^2 x 0.25.
  e.area.covariance_with_total = {0.25, 0, 0, 0, 0.25, 0, 0, 0, 0.25};
  const Composite area = compose(e.frame(), e.area, {false, true, true}, {e.total, e.all});
  CHECK_THAT(area.se * area.se, WithinAbs(2 - 0.03125 + 0.0078125, 1e-12));
}

TEST_CASE("levels are renormalised only where the study says so") {
  const Example e;
  const Composite area = compose(e.frame(true), e.area, {false, true, true}, {e.total, e.all});
  CHECK_THAT(area.domains[0], WithinAbs(60, 1e-12));
  CHECK_THAT(area.value, WithinAbs(45, 1e-12));
  CHECK_THAT(area.se, WithinAbs(std::sqrt(2.0), 1e-12));
}

TEST_CASE("too little of the whole weight leaves the index empty with the reason") {
  const Example e;
  const Composite area = compose(e.frame(), e.area, {true, false, true}, {e.total, e.all});
  CHECK(std::isnan(area.value));
  CHECK(area.coverage.reason == "less than 75 % of the weight of the index was measured here");
  CHECK(std::isnan(area.domains[0]));
  CHECK_THAT(area.domains[1], WithinAbs(30, 1e-12));
}

TEST_CASE("too little of one domain leaves the index empty with the reason") {
  Example e;
  e.index.coverage_total = 0.5;
  const Composite area = compose(e.frame(), e.area, {true, false, true}, {e.total, e.all});
  CHECK(std::isnan(area.value));
  CHECK(area.coverage.reason == "less than 50 % of the domain \"first\" was measured here");
}

TEST_CASE("coverage exactly at its threshold is enough") {
  Example e;
  e.index.coverage_total = 0.875;
  e.index.coverage_domain = 0.75;
  CHECK(cover(e.frame(), {false, true, true}).enough);
}

TEST_CASE("what the whole lacks cannot stand in for an area") {
  const Example e;
  const Composite area = compose(e.frame(), e.area, {false, true, true}, {e.total, {false, true, true}});
  CHECK(std::isnan(area.value));
  CHECK_FALSE(area.coverage.enough);
}

TEST_CASE("the geometric mean deviates from the whole on the scale of logarithms") {
  const Example e;
  const Composite area = compose(e.frame(), e.area, {false, true, true}, {e.total, e.all});
  const auto log_shifted = [](double points) { return std::log(1 + 0.99 * points); };
  const double whole = 0.125 * log_shifted(50) + 0.375 * log_shifted(52) + 0.5 * log_shifted(44);
  const double expected = whole + 0.5 * (log_shifted(60) - log_shifted(52)) + 0.5 * (log_shifted(30) - log_shifted(44));
  CHECK_THAT(area.geometric, WithinRel(std::exp(expected), 1e-12));
}

TEST_CASE("contributions of a complete area are weight times gap") {
  const Example e;
  const Composite whole = compose_whole(e.frame(), {e.total, e.all});
  const Composite area = compose(e.frame(), e.area, e.all, {e.total, e.all});
  const auto parts = contributions(e.frame(), area, whole);
  REQUIRE(parts.size() == 3);
  CHECK_THAT(*parts[0].points, WithinAbs(-1.25, 1e-12));
  CHECK_THAT(*parts[1].points, WithinAbs(3, 1e-12));
  CHECK_THAT(*parts[2].points, WithinAbs(-7, 1e-12));
  CHECK_THAT(area.value - whole.value, WithinAbs(-5.25, 1e-12));
}

TEST_CASE("what renormalised levels leave over is one line without an indicator") {
  const Example e;
  const Composite whole = compose_whole(e.frame(true), {e.total, e.all});
  const Composite area = compose(e.frame(true), e.area, {false, true, true}, {e.total, e.all});
  const auto parts = contributions(e.frame(true), area, whole);
  REQUIRE(parts.size() == 3);
  CHECK(parts[2].indicator.empty());
  // 45 - 47.75 = -2.75; y gives 0.5 x 8, z 0.5 x -14: 0.25 is left.
  CHECK_THAT(*parts[2].points, WithinAbs(0.25, 1e-12));
}

TEST_CASE("a large area is held against everyone else") {
  // 100 of 400 people with means 40, 60, 30 leave 300 with (50 x 400 - 40 x 100) / 300 and so on.
  const Example e;
  const DomainEstimate large = area_of("L", {{100, 40}, {100, 60}, {100, 30}}, 100);
  CHECK_THAT(weight_share(e.frame(), large, e.total), WithinAbs(0.25, 1e-12));
  CHECK_THAT(mean_of_rest(large, e.total, 0), WithinRel(16000.0 / 300, 1e-12));
  const double expected = 0.125 * 16000 / 300 + 0.375 * 14800 / 300 + 0.5 * 14600 / 300;
  CHECK_THAT(index_of_rest(e.frame(), large, e.total), WithinRel(expected, 1e-12));
}

TEST_CASE("without anyone else there is nothing to hold an area against") {
  const Example e;
  CHECK(std::isnan(mean_of_rest(e.total, e.total, 0)));
  CHECK(std::isnan(index_of_rest(e.frame(), e.total, e.total)));
}
