#include "estimate/indicator_sums.hpp"
#include "support/catch.hpp"
#include "support/survey_records.hpp"

#include <cmath>
#include <limits>

using namespace joinedup;
using namespace joinedup::test;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// METHODS section 2: mean 12.75, SE 1.536873.
const std::vector<Record> worked{{.weight = 1, .scores = {10}},
                                 {.weight = 2, .scores = {12}},
                                 {.weight = 1, .scores = {8}},
                                 {.weight = 4, .scores = {15}}};

} // namespace

TEST_CASE("the weighted mean and its error equal the worked example") {
  const Estimates found = estimates_of(design_of(1), worked);
  CHECK(found.total.mean[0] == 12.75);
  CHECK(found.total.weight[0] == 8);
  CHECK(found.total.n == 4);
  // sum u^2 = (2.75^2 + 1.5^2 + 4.75^2 + 9^2) / 64 = 113.375 / 64
  CHECK_THAT(found.total.covariance[0], WithinRel(4.0 / 3 * 113.375 / 64, 1e-14));
  CHECK_THAT(std::sqrt(found.total.covariance[0]), WithinAbs(1.536873, 5e-7));
  // sum w (y - m)^2 = 7.5625 + 2 * 0.5625 + 22.5625 + 4 * 5.0625 = 51.5
  CHECK_THAT(found.total.sd[0], WithinRel(std::sqrt(4.0 / 3 * 51.5 / 8), 1e-14));
  CHECK(found.design_df == 3);
}

TEST_CASE("a centre changes no estimate") {
  SumsDesign design = design_of(1);
  design.centres = {11.5};
  const Estimates found = estimates_of(design, worked);
  CHECK(found.total.mean[0] == 12.75);
  CHECK_THAT(found.total.covariance[0], WithinRel(4.0 / 3 * 113.375 / 64, 1e-14));
}

TEST_CASE("a record of weight zero counts as sampled and in nothing else") {
  auto records = worked;
  records.push_back({.weight = 0, .scores = {100}});
  const Estimates found = estimates_of(design_of(1), records);
  CHECK(found.total.mean[0] == 12.75);
  CHECK(found.total.n == 4);
  CHECK(found.total.indicator_n[0] == 4);
  CHECK(found.sampled == 5);
  CHECK(found.design_df == 3);
  CHECK_THAT(found.total.covariance[0], WithinRel(5.0 / 4 * 113.375 / 64, 1e-14));
}

TEST_CASE("records without a score stay in the design as zeros") {
  auto records = worked;
  records.push_back({.weight = 3, .scores = {none}});
  const Estimates found = estimates_of(design_of(1), records);
  CHECK(found.total.mean[0] == 12.75);
  CHECK(found.total.n == 4);
  CHECK(found.design_df == 4);
  CHECK_THAT(found.total.covariance[0], WithinRel(5.0 / 4 * 113.375 / 64, 1e-14));
}

TEST_CASE("no records give no mean and no error") {
  const Estimates found = estimates_of(design_of(2, 1), {});
  CHECK(found.areas.empty());
  CHECK(found.regions.empty());
  CHECK(found.sampled == 0);
  CHECK(found.total.code == "ALL");
  CHECK(found.total.n == 0);
  CHECK(found.total.weight == std::vector<double>{0, 0, 0});
  CHECK(std::isnan(found.total.mean[0]));
  CHECK(std::isnan(found.total.sd[2]));
  CHECK(std::isnan(found.total.covariance[0]));
  CHECK(found.design_df == 0);
}

TEST_CASE("one record gives a mean without an error") {
  const Estimates found = estimates_of(design_of(1), {{.scores = {7}}});
  REQUIRE(found.areas.size() == 1);
  CHECK(found.areas[0].code == "A");
  CHECK(found.areas[0].mean[0] == 7);
  CHECK(std::isnan(found.areas[0].sd[0]));
  CHECK(std::isnan(found.areas[0].covariance[0]));
  CHECK(std::isnan(found.total.covariance[0]));
}

TEST_CASE("an area of zero weights alone is there without an estimate") {
  const Estimates found = estimates_of(design_of(1), {{.weight = 0, .scores = {7}}, {.weight = 0, .scores = {8}}});
  REQUIRE(found.areas.size() == 1);
  CHECK(found.areas[0].n == 0);
  CHECK(std::isnan(found.areas[0].mean[0]));
  CHECK(std::isnan(found.areas[0].covariance_with_total[0]));
}

TEST_CASE("an area with one usable answer has no error of its own in a larger sample") {
  const Estimates found =
      estimates_of(design_of(1), {{.area = 0, .scores = {1}}, {.area = 1, .scores = {2}}, {.area = 1, .scores = {4}}});
  CHECK(found.areas[0].mean[0] == 1);
  CHECK(std::isnan(found.areas[0].covariance[0]));
  CHECK_THAT(found.areas[1].covariance[0], WithinRel(3.0 / 2 * 0.5, 1e-14)); // u = -1/2, 1/2 of three rows
}

TEST_CASE("the covariance of an area with the whole equals numbers worked by hand") {
  // A: 1, 3; B: 5, 7. u of A: -1/2, 1/2, 0, 0; of the whole (mean 4): -3/4, -1/4, 1/4, 3/4.
  const Estimates found = estimates_of(
      design_of(1),
      {{.area = 0, .scores = {1}}, {.area = 0, .scores = {3}}, {.area = 1, .scores = {5}}, {.area = 1, .scores = {7}}});
  CHECK_THAT(found.areas[0].covariance[0], WithinRel(2.0 / 3, 1e-14));
  CHECK_THAT(found.areas[0].covariance_with_total[0], WithinRel(1.0 / 3, 1e-14));
  CHECK_THAT(found.total.covariance[0], WithinRel(5.0 / 3, 1e-14));
  CHECK(found.total.covariance_with_total == found.total.covariance);
  REQUIRE(found.regions.size() == 1);
  CHECK(found.regions[0].code == "N");
  CHECK(found.regions[0].covariance == found.total.covariance);
}

TEST_CASE("indicators answered by some of the same people covary over those who answered both") {
  // First: 1, 3 (mean 2, W 2), u = -1/2, 1/2, 0. Second: 4, 8 of the last two (mean 6), u = 0, -1, 1.
  const Estimates found =
      estimates_of(design_of(2), {{.scores = {1, none}}, {.scores = {3, 4}}, {.scores = {none, 8}}});
  CHECK(found.total.n == 3);
  CHECK(found.total.indicator_n == std::vector<std::uint64_t>{2, 2});
  CHECK_THAT(found.total.covariance[0], WithinRel(3.0 / 2 * 0.5, 1e-14));
  CHECK_THAT(found.total.covariance[1], WithinRel(3.0 / 2 * -0.5, 1e-14));
  CHECK(found.total.covariance[2] == found.total.covariance[1]);
  CHECK_THAT(found.total.covariance[3], WithinRel(3.0 / 2 * 2, 1e-14));
}

TEST_CASE("companions have variances but no covariances and do not count in n") {
  const Estimates found =
      estimates_of(design_of(1, 1), {{.scores = {1, 10}}, {.scores = {3, 20}}, {.scores = {none, 30}}});
  CHECK(found.total.n == 2);
  CHECK(found.total.indicator_n == std::vector<std::uint64_t>{2, 3});
  CHECK(found.total.covariance[1] == 0);
  CHECK(found.total.covariance[2] == 0);
  // u = -10/3, 0, 10/3
  CHECK_THAT(found.total.covariance[3], WithinRel(3.0 / 2 * 200 / 9, 1e-14));
}

TEST_CASE("areas that share a code are one area and a region without code is none") {
  IndicatorSums sums(design_of(1));
  add_to(sums, {.area = 7, .scores = {2}});
  add_to(sums, {.area = 9, .scores = {4}});
  const Estimates found = sums.estimate([](std::uint32_t) { return "E1"; }, [](const std::string&) { return ""; }, "E");
  REQUIRE(found.areas.size() == 1);
  CHECK(found.areas[0].mean[0] == 3);
  CHECK(found.regions.empty());
}

TEST_CASE("a sum that leaves its range gives no number") {
  const Estimates found =
      estimates_of(design_of(1), {{.weight = 1e15, .scores = {1e15}}, {.weight = 1, .scores = {1}}});
  CHECK(std::isnan(found.total.covariance[0]));
}
