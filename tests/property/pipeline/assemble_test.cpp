// What is published says nothing of what is hidden, and nothing depends on order.
#include "pipeline/assemble.hpp"

#include "support/catch.hpp"
#include "support/estimate_builder.hpp"
#include "support/published_numbers.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>

using namespace joinedup;
using namespace joinedup::test;

namespace {

const std::vector<std::string> names = {"x", "y", "z", "c"};

struct Study {
  Estimates estimates;
  Geography geography;
  RunResults settings;
};

/// Up to nine areas in up to two regions or none; some cells small, some empty, some areas large.
Study draw() {
  Study out;
  std::vector<DomainEstimate> areas;
  const int count = *rc::gen::inRange(1, 10);
  const int regions = *rc::gen::inRange(0, 3);
  for (int r = 0; r < regions; ++r)
    out.geography.regions.push_back({"R" + std::to_string(r), "Region", {}});
  std::vector<std::vector<DomainEstimate>> by_region(2);
  for (int a = 0; a < count; ++a) {
    const auto base = *rc::gen::element<std::uint64_t>(4, 9, 10, 14, 40, 60, 90, 400);
    std::vector<std::pair<std::uint64_t, double>> cells;
    for (std::size_t k = 0; k < names.size(); ++k) {
      const auto missing = *rc::gen::element<std::uint64_t>(0, 0, 0, 1, 3, base);
      cells.emplace_back(base - std::min(base, missing), *rc::gen::inRange(1000, 9000) / 100.0);
    }
    areas.push_back(area_of("A" + std::to_string(a), cells, base));
    Area& area = out.geography.areas.emplace_back();
    area.code = areas.back().code;
    const int home = *rc::gen::inRange(0, regions + 1);
    if (home == regions) continue;
    area.region = "R" + std::to_string(home);
    by_region[static_cast<std::size_t>(home)].push_back(areas.back());
  }
  out.estimates = estimates_of(areas, 3, names);
  for (std::size_t r = 0; r < by_region.size(); ++r)
    if (!by_region[r].empty()) out.estimates.regions.push_back(together("R" + std::to_string(r), by_region[r]));
  out.settings = results_for(names, 3);
  out.settings.index.coverage_domain = 0;
  out.settings.index.coverage_total = 0.5;
  out.settings.study.partial_levels = *rc::gen::arbitrary<bool>();
  out.settings.study.target.kind = *rc::gen::element(TargetKind::england, TargetKind::areas, TargetKind::fixed);
  return out;
}

RunResults run(const Study& study) {
  RunResults results = study.settings;
  assemble(study.estimates, &study.geography, results);
  return results;
}

} // namespace

TEST_CASE("no published number changes with a value that is hidden") {
  CHECK(rc::check([] {
    Study study = draw();
    const RunResults before = run(study);
    for (std::size_t a = 0; a < before.areas.size(); ++a)
      for (std::size_t k = 0; k < names.size(); ++k) {
        if (!before.areas[a].indicators[k].status.hidden()) continue;
        DomainEstimate& area = study.estimates.areas[a];
        area.mean[k] += 11;
        area.covariance[k * names.size() + k] *= 1.7;
        area.covariance_with_total[k * names.size() + k] *= 0.3;
      }
    RC_ASSERT(published_numbers(run(study)) == published_numbers(before));
  }));
}

TEST_CASE("a hidden row holds nothing but its code") {
  CHECK(rc::check([] {
    const RunResults results = run(draw());
    for (const AreaResult& area : results.areas) {
      if (!area.status.hidden()) continue;
      RC_ASSERT(!area.n && !area.index.value && !area.geometric && !area.reliability && !area.shrunk && !area.rank);
      RC_ASSERT(area.contributions.empty() && !area.comparison.difference);
      for (const DomainResult& domain : area.domains)
        RC_ASSERT(!domain.value);
      for (std::size_t k = 0; k < 3; ++k)
        RC_ASSERT(area.indicators[k].status.hidden() && !area.indicators[k].n && !area.indicators[k].estimate.value);
    }
  }));
}

TEST_CASE("contributions of every published row add up to its gap from the whole") {
  CHECK(rc::check([] {
    const RunResults results = run(draw());
    for (const auto* rows : {&results.areas, &results.regions})
      for (const AreaResult& row : *rows) {
        if (row.contributions.empty()) continue;
        double sum = 0;
        for (const Contribution& part : row.contributions)
          sum += *part.points;
        RC_ASSERT(std::fabs(sum - (*row.index.value - *results.total.index.value)) < 1e-9);
      }
  }));
}

TEST_CASE("the order in which areas come does not show") {
  CHECK(rc::check([] {
    Study study = draw();
    const RunResults before = run(study);
    std::reverse(study.estimates.areas.begin(), study.estimates.areas.end());
    const RunResults after = run(study);
    RC_ASSERT(before.areas.size() == after.areas.size());
    for (std::size_t a = 0; a < before.areas.size(); ++a) {
      const AreaResult &one = before.areas[a], &other = after.areas[a];
      RC_ASSERT(one.code == other.code);
      RC_ASSERT(one.status.text() == other.status.text());
      RC_ASSERT(one.rank == other.rank);
      RC_ASSERT(one.index.value == other.index.value);
      RC_ASSERT(one.comparison.z.has_value() == other.comparison.z.has_value());
      if (one.comparison.z) RC_ASSERT(std::fabs(*one.comparison.z - *other.comparison.z) < 1e-9);
      if (one.reliability) RC_ASSERT(std::fabs(*one.reliability - *other.reliability) < 1e-9);
    }
  }));
}
