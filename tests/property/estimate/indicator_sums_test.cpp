#include "estimate/indicator_sums.hpp"
#include "support/catch.hpp"
#include "support/survey_records.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

using namespace joinedup;
using namespace joinedup::test;

namespace {

constexpr std::size_t indicator_count = 3; // two of the index, one companion

rc::Gen<double> any_score() {
  return rc::gen::weightedOneOf<double>(
      {{1, rc::gen::just(std::nan(""))},
       {6, rc::gen::map(rc::gen::inRange(-3000, 3000), [](int tenths) { return tenths / 7.0; })}});
}

rc::Gen<Record> any_record() {
  return rc::gen::build<Record>(
      rc::gen::set(&Record::area, rc::gen::inRange(0U, 4U)), rc::gen::set(&Record::stratum, rc::gen::inRange(0U, 3U)),
      rc::gen::set(&Record::cluster, rc::gen::inRange(0U, 4U)),
      rc::gen::set(&Record::weight, rc::gen::element(1.0, 1.0, 0.0, 0.37, 2.25, 131.42)),
      rc::gen::set(&Record::count, rc::gen::element<std::uint64_t>(1, 1, 1, 3)),
      rc::gen::set(&Record::scores, rc::gen::container<std::vector<double>>(indicator_count, any_score())));
}

rc::Gen<SumsDesign> any_design() {
  return rc::gen::map(rc::gen::pair(rc::gen::arbitrary<bool>(), rc::gen::arbitrary<bool>()), [](const auto& p) {
    SumsDesign design = design_of(2, 1, p.first, p.second);
    design.centres = {3, -20, 0.1};
    return design;
  });
}

} // namespace

TEST_CASE("any partition and order of records gives the same estimates to the last bit") {
  CHECK(rc::check("partition", [] {
    const auto design = *any_design();
    auto records = *rc::gen::container<std::vector<Record>>(any_record());
    const Estimates expected = estimates_of(design, records);
    std::mt19937 shuffle(*rc::gen::arbitrary<unsigned>());
    std::ranges::shuffle(records, shuffle);
    std::vector<IndicatorSums> parts;
    const auto count = *rc::gen::inRange<std::size_t>(1, 6);
    for (std::size_t i = 0; i < count; ++i)
      parts.emplace_back(design);
    for (const Record& record : records)
      add_to(parts[shuffle() % count], record);
    while (parts.size() > 1) { // merges neighbours in random order, either into the other
      const std::size_t at = shuffle() % (parts.size() - 1);
      if (shuffle() % 2 == 0) std::swap(parts[at], parts[at + 1]);
      parts[at].merge(parts[at + 1]);
      parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(at) + 1);
    }
    RC_ASSERT(same(estimates_of(parts[0]), expected));
  }));
}

TEST_CASE("weights count by their proportions, and another unit or zero point moves with its errors") {
  CHECK(rc::check("scaling", [] {
    const auto design = *any_design();
    const auto records = *rc::gen::container<std::vector<Record>>(any_record());
    const double times = *rc::gen::element(0.001, 0.5, 3.0, 1000.0);
    const double unit = *rc::gen::element(-2.5, 0.01, 4.0), zero = *rc::gen::element(-40.0, 0.0, 7.3);
    auto weighted = records, moved = records;
    for (Record& record : weighted)
      record.weight *= times;
    for (Record& record : moved)
      for (double& score : record.scores)
        score = zero + unit * score;
    const Estimates expected = estimates_of(design, records), by_weight = estimates_of(design, weighted);
    const Estimates by_score = estimates_of(design, moved);
    const auto agree = [](double a, double b) {
      RC_ASSERT(std::isnan(a) == std::isnan(b));
      if (!std::isnan(a)) RC_ASSERT(std::fabs(a - b) <= 1e-8 * (1 + std::fabs(b)));
    };
    for (std::size_t a = 0; a < expected.areas.size(); ++a) {
      const DomainEstimate& area = expected.areas[a];
      for (std::size_t k = 0; k < indicator_count; ++k) {
        agree(by_weight.areas[a].mean[k], area.mean[k]);
        agree(by_score.areas[a].mean[k], zero + unit * area.mean[k]);
      }
      for (std::size_t at = 0; at < area.covariance.size(); ++at) {
        agree(by_weight.areas[a].covariance[at], area.covariance[at]);
        agree(by_score.areas[a].covariance[at], unit * unit * area.covariance[at]);
      }
    }
  }));
}

TEST_CASE("numbers of strata and clusters and areas only group") {
  CHECK(rc::check("numbering", [] {
    const auto design = *any_design();
    auto records = *rc::gen::container<std::vector<Record>>(any_record());
    const Estimates expected = estimates_of(design, records);
    for (Record& record : records) {
      record.stratum = 900 - 7 * record.stratum;
      record.cluster = (record.cluster * 3 + 2) % 4;
      record.area = 77 - record.area;
    }
    const Estimates found =
        sums_of(design, records)
            .estimate([](std::uint32_t area) { return std::string(1, static_cast<char>('A' + 77 - area)); },
                      [](const std::string& code) { return code < "C" ? "N" : ""; }, "ALL");
    RC_ASSERT(same(found, expected));
  }));
}

TEST_CASE("covariances equal their definition record by record") {
  CHECK(rc::check("definition", [] {
    const auto design = *any_design();
    auto records = *rc::gen::container<std::vector<Record>>(any_record());
    for (Record& record : records)
      record.count = 1;
    const Estimates found = estimates_of(design, records);
    const auto everyone = [](const Record&) { return true; };
    const auto agree = [](double a, double b) { RC_ASSERT(std::fabs(a - b) <= 1e-9 * (1 + std::fabs(b))); };
    for (const DomainEstimate& area : found.areas) {
      const auto here = [&](const Record& r) { return r.area == static_cast<std::uint32_t>(area.code[0] - 'A'); };
      for (std::size_t i = 0; i < indicator_count; ++i) {
        for (std::size_t k = 0; k < indicator_count; ++k) {
          const std::size_t at = i * indicator_count + k;
          const bool given = i == k || std::max(i, k) < design.index_indicators;
          if (!given) RC_ASSERT(area.covariance[at] == 0.0);
          if (!given || std::isnan(area.covariance[at])) continue;
          const auto u = variate(records, i, here);
          agree(area.covariance[at], design_covariance(records, design, u, variate(records, k, here)));
          agree(area.covariance_with_total[at], design_covariance(records, design, u, variate(records, k, everyone)));
        }
      }
    }
  }));
}

TEST_CASE("a missing covariance means fewer than two units with a score") {
  CHECK(rc::check("missing", [] {
    const auto design = *any_design();
    const auto records = *rc::gen::container<std::vector<Record>>(any_record());
    for (const DomainEstimate& area : estimates_of(design, records).areas) {
      for (std::size_t i = 0; i < indicator_count; ++i) {
        const bool missing = std::isnan(area.covariance[i * (indicator_count + 1)]);
        if (!design.clusters) RC_ASSERT(missing == (area.indicator_n[i] < 2));
        if (missing) continue;
        RC_ASSERT(area.covariance[i * (indicator_count + 1)] >= 0.0);
      }
    }
  }));
}
