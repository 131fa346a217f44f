// Indexes by other methods than the arithmetic mean: standard errors against differences, gaps that add up, and what is
// refused.
#include "index/composite.hpp"
#include "index/contributions.hpp"
#include "index/rest.hpp"
#include "index/tree.hpp"

#include "support/catch.hpp"
#include "support/estimate_builder.hpp"

#include <cmath>

using namespace joinedup;
using namespace joinedup::test;

namespace {

/// Domains "first" (x, y; weights 1 and 3) and "second" (z, u), on goalposts 0 to 100.
struct Example {
  IndexSpec index;
  DomainEstimate area = area_of("A", {{25, 40}, {25, 60}, {25, 30}, {25, 70}}, 25);
  DomainEstimate total = area_of("ALL", {{400, 50}, {400, 52}, {400, 44}, {400, 61}}, 400);
  Presence all = Presence(4, true);

  Example(const MethodChoice& domains, const MethodChoice& whole) {
    index.domains.resize(2);
    index.domains[0].id = "first";
    index.domains[1].id = "second";
    index.aggregate = whole;
    for (const auto& [id, domain, weight] :
         {std::tuple("x", 0U, 1.0), {"y", 0U, 3.0}, {"z", 1U, 1.0}, {"u", 1U, 1.0}}) {
      Indicator indicator;
      indicator.id = id;
      indicator.weight = weight;
      index.domains[domain].indicators.push_back(indicator);
      index.domains[domain].aggregate = domains;
    }
    area.covariance = {4, 1, 0, 0.5, 1, 3, 0.2, 0, 0, 0.2, 5, 1, 0.5, 0, 1, 2};
    area.covariance_with_total = {0.3, 0.1, 0, 0, 0.1, 0.2, 0, 0, 0, 0, 0.4, 0.1, 0, 0, 0.1, 0.2};
    total.covariance = {0.2, 0.05, 0, 0, 0.05, 0.2, 0, 0, 0, 0, 0.3, 0.1, 0, 0, 0.1, 0.2};
  }
  IndexFrame frame(bool levels = false) const {
    std::vector<IndicatorInfo> infos(4);
    for (IndicatorInfo& info : infos)
      info.high = 100;
    return index_frame(index, infos, levels);
  }
};

const std::vector<std::pair<MethodChoice, MethodChoice>> trees = {{{"geometric"}, {"geometric"}},
                                                                  {{"arithmetic"}, {"geometric"}},
                                                                  {{"harmonic"}, {"arithmetic"}},
                                                                  {{"power", {{"power", 0.5}}}, {"harmonic"}},
                                                                  {{"mpi"}, {"arithmetic"}}};

double value(const IndexFrame& frame, const DomainEstimate& area, const Presence& present,
             const DomainEstimate& total) {
  return compose(frame, area, present, {total, Presence(4, true)}).value;
}

/// Standard error by central differences of the index in every mean of the area and of the whole.
double numeric_se(const Example& e, const IndexFrame& frame, const Presence& present) {
  constexpr double step = 1e-4;
  std::vector<double> a(4), w(4);
  for (std::size_t k = 0; k < 4; ++k) {
    DomainEstimate up = e.area, down = e.area;
    up.mean[k] += step;
    down.mean[k] -= step;
    a[k] = (value(frame, up, present, e.total) - value(frame, down, present, e.total)) / (2 * step);
    DomainEstimate high = e.total, low = e.total;
    high.mean[k] += step;
    low.mean[k] -= step;
    w[k] = (value(frame, e.area, present, high) - value(frame, e.area, present, low)) / (2 * step);
  }
  double variance = 0;
  for (std::size_t i = 0; i < 4; ++i)
    for (std::size_t j = 0; j < 4; ++j)
      variance += a[i] * a[j] * e.area.covariance[4 * i + j] +
                  2 * a[i] * w[j] * e.area.covariance_with_total[4 * i + j] +
                  w[i] * w[j] * e.total.covariance[4 * i + j];
  return std::sqrt(variance);
}

} // namespace

TEST_CASE("standard errors follow the curve of every method, with a measure missing too") {
  for (const auto& [domains, whole] : trees) {
    const Example e(domains, whole);
    for (const bool levels : {false, true})
      for (const Presence& present : {Presence{true, true, true, true}, Presence{false, true, true, true}}) {
        INFO(domains.text() << " in " << whole.text() << (levels ? ", levels" : ", deviations") << present[0]);
        const IndexFrame frame = e.frame(levels);
        const Composite area = compose(frame, e.area, present, {e.total, e.all});
        REQUIRE(std::isfinite(area.value));
        CHECK_THAT(area.se, WithinRel(numeric_se(e, frame, present), 1e-6));
      }
  }
}

TEST_CASE("a geometric index is the geometric mean that stands beside an arithmetic one") {
  const Example geometric({"geometric"}, {"geometric"}), arithmetic({"arithmetic"}, {"arithmetic"});
  for (const Presence& present : {Presence{true, true, true, true}, Presence{false, true, true, true}})
    CHECK_THAT(
        compose(geometric.frame(), geometric.area, present, {geometric.total, geometric.all}).value,
        WithinRel(compose(arithmetic.frame(), arithmetic.area, present, {arithmetic.total, arithmetic.all}).geometric,
                  1e-12));
}

TEST_CASE("a geometric index worked by hand") {
  // Points 40, 60, 30, 70 become 40.6, 60.4, 30.7, 70.3; weights 1/8, 3/8, 1/4, 1/4.
  const Example e({"geometric"}, {"geometric"});
  const Composite area = compose(e.frame(), e.area, e.all, {e.total, e.all});
  const double expected = std::pow(40.6, 0.125) * std::pow(60.4, 0.375) * std::pow(30.7, 0.25) * std::pow(70.3, 0.25);
  CHECK_THAT(area.value, WithinRel(expected, 1e-12));
  CHECK_THAT(area.domains[1], WithinRel(std::sqrt(30.7 * 70.3), 1e-12));
}

TEST_CASE("gaps of every power mean are taken apart without a rest, by logarithms where the mean is geometric") {
  for (const auto& [domains, whole] : trees) {
    if (domains.method == "mpi") continue;
    INFO(domains.text() << " in " << whole.text());
    const Example e(domains, whole);
    const Composite area = compose(e.frame(), e.area, e.all, {e.total, e.all});
    const Composite all = compose_whole(e.frame(), {e.total, e.all});
    double sum = 0;
    for (const Contribution& part : contributions(e.frame(), area, all))
      sum += *part.points;
    CHECK_THAT(sum, WithinAbs(area.value - all.value, 1e-9));
  }
  const Example e({"geometric"}, {"geometric"});
  const Composite area = compose(e.frame(), e.area, e.all, {e.total, e.all});
  const Composite all = compose_whole(e.frame(), {e.total, e.all});
  const auto parts = contributions(e.frame(), area, all);
  // Of the gap in logarithms, x makes 1/8 ln(40.6 / 50.5).
  CHECK_THAT(*parts[0].points / (area.value - all.value),
             WithinRel(0.125 * std::log(40.6 / 50.5) / std::log(area.value / all.value), 1e-9));
}

TEST_CASE("an area like the whole in all that it has is like the whole by every method") {
  for (const auto& [domains, whole] : trees) {
    Example e(domains, whole);
    e.area.mean = e.total.mean;
    const Composite area = compose(e.frame(), e.area, {false, true, true, true}, {e.total, e.all});
    CHECK_THAT(area.value, WithinRel(compose_whole(e.frame(), {e.total, e.all}).value, 1e-12));
  }
}

TEST_CASE("the rest of the whole is made into an index by the index's own method") {
  Example e({"geometric"}, {"geometric"});
  // Without the area, x is (400 x 50 - 25 x 40) / 375 = 50.6667, and so on.
  const std::vector<double> rest = {50 + 2.0 / 3, 52 - 8.0 / 15, 44 + 14.0 / 15, 61 - 0.6};
  double log = 0;
  const std::vector<double> weights = {0.125, 0.375, 0.25, 0.25};
  for (std::size_t k = 0; k < 4; ++k)
    log += weights[k] * std::log(1 + 0.99 * rest[k]);
  CHECK_THAT(index_of_rest(e.frame(), e.area, e.total), WithinRel(std::exp(log), 1e-12));
}

TEST_CASE("order alone has no standard error and no contributions, and says so") {
  for (const char* method : {"median", "copeland"}) {
    const Example e({method}, {"arithmetic"});
    CHECK_FALSE(e.frame().no_error().empty());
    CHECK_FALSE(e.frame().no_contributions().empty());
    CHECK(std::isnan(compose(e.frame(), e.area, e.all, {e.total, e.all}).se));
  }
  Example ranks({"arithmetic"}, {"arithmetic"});
  ranks.index.domains[0].indicators[0].normalise = {"rank"};
  std::vector<IndicatorInfo> infos(4);
  for (IndicatorInfo& info : infos)
    info.high = 100;
  const IndexFrame frame = index_frame(ranks.index, infos, false, {{40, 60, 30, 70}, {50, 50, 50, 50}});
  CHECK_FALSE(frame.no_error().empty());
  CHECK(frame.no_contributions().empty());
}

TEST_CASE("a measure without points leaves the index empty with the reason") {
  Example e({"arithmetic"}, {"arithmetic"});
  e.index.domains[0].indicators[1].normalise = {"min_max"};
  std::vector<IndicatorInfo> infos(4);
  for (IndicatorInfo& info : infos)
    info.high = 100;
  const IndexFrame frame = index_frame(e.index, infos, false, {{40, 60, 30, 70}, {50, 60, 50, 50}});
  const Composite area = compose(frame, e.area, e.all, {e.total, e.all});
  CHECK(std::isnan(area.value));
  CHECK(area.coverage.reason == "y has no points: all areas have the same value");
}

TEST_CASE("points far below the goalposts have no geometric index, with the reason") {
  Example e({"geometric"}, {"geometric"});
  e.area.mean[2] = -5;
  const Composite area = compose(e.frame(), e.area, e.all, {e.total, e.all});
  CHECK(std::isnan(area.value));
  CHECK(area.coverage.reason == "the mean asked for is not defined for the points here");
}
