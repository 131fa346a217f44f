// Laws of every way to a common scale and of every mean, over generated areas.
#include "index/composite.hpp"
#include "index/contributions.hpp"

#include "support/catch.hpp"
#include "support/estimate_builder.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace joinedup;
using namespace joinedup::test;

namespace {

constexpr std::size_t size = 4;

double drawn(int low, int high) { return *rc::gen::inRange(low * 100, high * 100) / 100.0; }

ShownMeans draw_areas() {
  ShownMeans out(*rc::gen::inRange<std::size_t>(6, 20));
  for (auto& area : out)
    for (std::size_t k = 0; k < size; ++k)
      area.push_back(drawn(5, 95));
  return out;
}

/// Two domains of two indicators with weights of 1 to 8.
IndexSpec draw_index(const MethodChoice& normalise, const MethodChoice& domains, const MethodChoice& whole) {
  IndexSpec index;
  index.aggregate = whole;
  index.domains.resize(2);
  for (std::size_t k = 0; k < size; ++k) {
    Domain& domain = index.domains[k / 2];
    domain.id = std::to_string(k / 2);
    domain.weight = *rc::gen::inRange(1, 9);
    domain.aggregate = domains;
    Indicator indicator;
    indicator.id = std::to_string(k);
    indicator.weight = *rc::gen::inRange(1, 9);
    indicator.normalise = normalise;
    domain.indicators.push_back(indicator);
  }
  return index;
}

std::vector<IndicatorInfo> infos(double low = 0, double high = 100) {
  std::vector<IndicatorInfo> out(size);
  for (IndicatorInfo& info : out) {
    info.low = low;
    info.high = high;
  }
  return out;
}

double index_of(const IndexFrame& frame, const std::vector<double>& means) {
  std::vector<double> points;
  for (std::size_t k = 0; k < size; ++k)
    points.push_back(frame.components[k].points(means[k]));
  return index_from_points(frame, points);
}

MethodChoice one_of(const std::vector<MethodChoice>& list) {
  return list[*rc::gen::inRange<std::size_t>(0, list.size())];
}

const std::vector<MethodChoice> means = {
    {"arithmetic"}, {"geometric"}, {"harmonic"}, {"power", {{"power", 2}}}, {"power", {{"power", -2}}}};
const std::vector<MethodChoice> methods = {{"arithmetic"}, {"geometric"}, {"harmonic"}, {"median"}, {"copeland"}};
const std::vector<MethodChoice> fits = {{"goalposts"},  {"min_max"},         {"z_score"},
                                        {"percentile"}, {"distance_to_max"}, {"ampi"}};

bool close(double a, double b) {
  return (std::isnan(a) && std::isnan(b)) || std::fabs(a - b) < 1e-8 * (1 + std::fabs(a));
}

} // namespace

TEST_CASE("the order of areas does not move any index") {
  CHECK(rc::check([] {
    ShownMeans areas = draw_areas();
    const IndexSpec index = draw_index(one_of(fits), one_of(methods), one_of(methods));
    const std::vector<double> first = areas.front();
    const double before = index_of(index_frame(index, infos(), false, areas), first);
    std::reverse(areas.begin(), areas.end());
    RC_ASSERT(close(before, index_of(index_frame(index, infos(), false, areas), first)));
  }));
}

TEST_CASE("weights count by their proportions only") {
  CHECK(rc::check([] {
    const ShownMeans areas = draw_areas();
    IndexSpec index = draw_index(one_of(fits), one_of(methods), one_of(methods));
    const double before = index_of(index_frame(index, infos(), false, areas), areas.front());
    for (Domain& domain : index.domains) {
      domain.weight *= 3;
      for (Indicator& indicator : domain.indicators)
        indicator.weight *= 0.25;
    }
    RC_ASSERT(close(before, index_of(index_frame(index, infos(), false, areas), areas.front())));
  }));
}

TEST_CASE("another unit or zero point of the measures does not move any index") {
  CHECK(rc::check([] {
    ShownMeans areas = draw_areas();
    const IndexSpec index = draw_index(one_of(fits), one_of(methods), one_of(methods));
    const double before = index_of(index_frame(index, infos(), false, areas), areas.front());
    const double shift = drawn(-50, 50), scale = drawn(1, 9);
    for (auto& area : areas)
      for (double& mean : area)
        mean = shift + scale * mean;
    RC_ASSERT(
        close(before, index_of(index_frame(index, infos(shift, shift + 100 * scale), false, areas), areas.front())));
  }));
}

TEST_CASE("means lie between their lowest and highest part, and fall with their power") {
  CHECK(rc::check([] {
    const ShownMeans areas = draw_areas();
    const std::vector<double>& points = areas.front();
    const IndexSpec spec = draw_index({"goalposts"}, {"arithmetic"}, {"arithmetic"});
    std::vector<double> values;
    for (const double p : {2.0, 1.0, 0.0, -1.0, -2.0}) {
      IndexSpec index = spec;
      index.aggregate = {"power", {{"power", p}}};
      for (Domain& domain : index.domains)
        domain.aggregate = index.aggregate;
      values.push_back(index_of(index_frame(index, infos(), false), points));
    }
    for (std::size_t i = 1; i < values.size(); ++i)
      RC_ASSERT(values[i] <= values[i - 1] + 1e-9);
    const auto [low, high] = std::minmax_element(points.begin(), points.end());
    RC_ASSERT(values.back() >= 1 + 0.99 * *low - 1e-9 && values.front() <= 1 + 0.99 * *high + 1e-9);
  }));
}

TEST_CASE("contributions add up to the gap whatever the means of domains and index") {
  CHECK(rc::check([] {
    const ShownMeans areas = draw_areas();
    const IndexFrame frame = index_frame(draw_index({"goalposts"}, one_of(means), one_of(means)), infos(), false);
    const auto estimate = [](const std::vector<double>& means, std::uint64_t n) {
      std::vector<std::pair<std::uint64_t, double>> cells;
      for (const double mean : means)
        cells.emplace_back(n, mean);
      return area_of("A", cells, n);
    };
    const DomainEstimate one = estimate(areas[0], 50), all = estimate(areas[1], 900);
    const Presence present(size, true);
    const Composite whole = compose_whole(frame, {all, present});
    const Composite area = compose(frame, one, present, {all, present});
    double sum = 0;
    for (const Contribution& part : contributions(frame, area, whole))
      sum += *part.points;
    RC_ASSERT(close(area.value - whole.value, sum));
  }));
}
