#include "index/contributions.hpp"

#include "support/catch.hpp"
#include "support/estimate_builder.hpp"

#include <rapidcheck.h>

#include <cmath>
#include <numeric>

using namespace joinedup;
using namespace joinedup::test;

namespace {

constexpr std::size_t size = 5;

struct Drawn {
  IndexFrame frame;
  DomainEstimate area, total;
  Presence present;
};

Drawn draw(bool levels) {
  IndexSpec index;
  index.coverage_total = index.coverage_domain = 0;
  std::vector<IndicatorInfo> infos;
  for (std::size_t k = 0; k < size; ++k) {
    if (k == 0 || *rc::gen::arbitrary<bool>()) index.domains.emplace_back().weight = *rc::gen::inRange(1, 9);
    index.domains.back().id = std::to_string(index.domains.size());
    Indicator indicator;
    indicator.id = std::to_string(k);
    indicator.weight = *rc::gen::inRange(1, 9);
    index.domains.back().indicators.push_back(indicator);
    IndicatorInfo info;
    info.low = *rc::gen::inRange(-50, 0);
    info.high = *rc::gen::inRange(1, 90);
    info.low_is_good = *rc::gen::arbitrary<bool>();
    infos.push_back(info);
  }
  const auto cells = [] {
    std::vector<std::pair<std::uint64_t, double>> out;
    for (std::size_t k = 0; k < size; ++k)
      out.emplace_back(*rc::gen::inRange(2, 500), *rc::gen::inRange(-5000, 9000) / 100.0);
    return out;
  };
  Drawn out{index_frame(index, infos, levels), area_of("A", cells(), 500), area_of("ALL", cells(), 9000), {}};
  for (std::size_t k = 0; k < size; ++k)
    out.present.push_back(*rc::gen::inRange(0, 4) > 0);
  out.present[0] = true;
  return out;
}

double sum(const std::vector<Contribution>& parts) {
  return std::accumulate(parts.begin(), parts.end(), 0.0,
                         [](double so_far, const Contribution& part) { return so_far + *part.points; });
}

} // namespace

TEST_CASE("contributions add up to the gap from the whole whatever is missing") {
  CHECK(rc::check([] {
    const bool levels = *rc::gen::arbitrary<bool>();
    const Drawn d = draw(levels);
    const Presence all(size, true);
    const Composite whole = compose_whole(d.frame, {d.total, all});
    const Composite area = compose(d.frame, d.area, d.present, {d.total, all});
    const double gap = area.value - whole.value;
    RC_ASSERT(std::fabs(sum(contributions(d.frame, area, whole)) - gap) < 1e-9 * (1 + std::fabs(gap)));
  }));
}

TEST_CASE("an area that equals the whole in all it has equals the whole by deviations") {
  // Renormalised levels would move it: by deviations nothing that is missing can.
  CHECK(rc::check([] {
    Drawn d = draw(false);
    d.area.mean = d.total.mean;
    const Presence all(size, true);
    const Composite whole = compose_whole(d.frame, {d.total, all});
    const Composite area = compose(d.frame, d.area, d.present, {d.total, all});
    RC_ASSERT(std::fabs(area.value - whole.value) < 1e-9 * (1 + std::fabs(whole.value)));
  }));
}

TEST_CASE("a missing indicator has no say in any figure of the index") {
  CHECK(rc::check([] {
    Drawn d = draw(*rc::gen::arbitrary<bool>());
    const Presence all(size, true);
    const Composite before = compose(d.frame, d.area, d.present, {d.total, all});
    for (std::size_t k = 0; k < size; ++k)
      if (!d.present[k]) d.area.mean[k] += 17;
    const Composite after = compose(d.frame, d.area, d.present, {d.total, all});
    RC_ASSERT(before.value == after.value);
    RC_ASSERT(before.se == after.se);
    RC_ASSERT(before.geometric == after.geometric || (std::isnan(before.geometric) && std::isnan(after.geometric)));
  }));
}
