// A cell told in plain numbers and made of them again estimates the same.
#include "estimate/indicator_sums.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <limits>

using namespace joinedup;

namespace {

SumsDesign two_and_a_companion(bool strata) { return {{"a", "b", "c"}, {5, 50, 0.5}, 2, strata, false}; }

Estimates estimates_of(const IndicatorSums& sums) {
  return sums.estimate([](std::uint32_t area) { return "A" + std::to_string(area); },
                       [](const std::string&) { return std::string(); }, "ALL");
}

void check_same(const DomainEstimate& x, const DomainEstimate& y) {
  const auto same = [](double a, double b) { return std::fabs(a - b) <= 1e-12 * std::max(1.0, std::fabs(a)); };
  CHECK(x.n == y.n);
  CHECK(x.indicator_n == y.indicator_n);
  for (std::size_t i = 0; i < x.mean.size(); ++i) {
    CHECK(same(x.mean[i], y.mean[i]));
    CHECK(same(x.sd[i], y.sd[i]));
    CHECK(same(x.weight[i], y.weight[i]));
    CHECK(same(x.kish_n[i], y.kish_n[i]));
  }
  for (std::size_t i = 0; i < x.covariance.size(); ++i) {
    CHECK(same(x.covariance[i], y.covariance[i]));
    CHECK(same(x.covariance_with_total[i], y.covariance_with_total[i]));
  }
}

} // namespace

TEST_CASE("Figures of a cell are its sums, worked by hand") {
  IndicatorSums sums(two_and_a_companion(false));
  const double none = std::numeric_limits<double>::quiet_NaN();
  sums.add(0, 0, 0, 2, 1, std::vector<double>{7, 51, 1});   // centred: 2, 1, 0.5
  sums.add(0, 0, 0, 1, 3, std::vector<double>{4, none, 0}); // -1, none, -0.5
  sums.add(0, 0, 0, 0, 1, std::vector<double>{1, 1, 1});    // sampled only
  std::vector<CellFigures> all;
  sums.each_cell([&](std::uint32_t, std::uint32_t, const CellFigures& f) { all.push_back(f); });
  REQUIRE(all.size() == 1);
  const CellFigures& f = all.front();
  CHECK(f.rows == 5);
  CHECK(f.weighted_rows == 4);
  CHECK(f.n_index == 4);
  CHECK(f.measures[0] == CellFigures::Measure{4, 5, 7, 1, 11, 5, 19});
  CHECK(f.measures[1] == CellFigures::Measure{1, 2, 4, 2, 2, 4, 4});
  REQUIRE(f.pairs.size() == 1);
  CHECK(f.pairs[0] == CellFigures::Pair{4, 8, 4, 8});
}

TEST_CASE("Cells made of figures estimate what those of records do") {
  for (const bool strata : {false, true}) {
    IndicatorSums sums(two_and_a_companion(strata)), again(two_and_a_companion(strata));
    for (int k = 0; k < 400; ++k) {
      const double none = std::numeric_limits<double>::quiet_NaN();
      const std::vector<double> scores{k % 7 == 3 ? none : (k * 37 % 11) * 1.0,
                                       k % 9 == 4 ? none : (k * 53 % 101) * 0.97, k % 5 == 0 ? none : k % 2 * 1.0};
      const auto area = static_cast<std::uint32_t>(k % 3), stratum = static_cast<std::uint32_t>(k / 3 % 2);
      sums.add(area, stratum, 0, k % 4 == 0 ? 1.0 : k % 13 * 0.3, 1, scores);
    }
    sums.each_cell(
        [&](std::uint32_t area, std::uint32_t stratum, const CellFigures& f) { again.add_cell(area, stratum, f); });
    const Estimates one = estimates_of(sums), other = estimates_of(again);
    REQUIRE(one.areas.size() == other.areas.size());
    for (std::size_t a = 0; a < one.areas.size(); ++a)
      check_same(one.areas[a], other.areas[a]);
    check_same(one.total, other.total);
    CHECK(one.design_df == other.design_df);
    CHECK(one.sampled == other.sampled);
  }
}
