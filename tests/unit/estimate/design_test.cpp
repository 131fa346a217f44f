#include "estimate/indicator_sums.hpp"
#include "support/catch.hpp"
#include "support/survey_records.hpp"

#include <cmath>

using namespace joinedup;
using namespace joinedup::test;

TEST_CASE("a stratum of one row adds its squared variate about zero") {
  // Mean 4, u = -1, -1/3, 4/3. First stratum: 2 * 2 * (1/3)^2 = 4/9; second: 16/9.
  const Estimates found =
      estimates_of(design_of(1, 0, true),
                   {{.stratum = 4, .scores = {1}}, {.stratum = 4, .scores = {3}}, {.stratum = 2, .scores = {8}}});
  CHECK_THAT(found.total.covariance[0], WithinRel(20.0 / 9, 1e-14));
  CHECK(found.strata == 2);
  CHECK(found.clusters == 0);
  CHECK(found.design_df == 1);
}

TEST_CASE("a stratum of one PSU adds its squared total about zero") {
  // Mean 3, u = -1/2, 0, -1/4, 3/4. PSU totals -1/2, 0 in the first stratum: 2 * 2 * (1/4)^2; 1/2 alone: 1/4.
  const Estimates found = estimates_of(design_of(1, 0, true, true), {{.stratum = 0, .cluster = 1, .scores = {1}},
                                                                     {.stratum = 0, .cluster = 2, .scores = {3}},
                                                                     {.stratum = 1, .cluster = 1, .scores = {2}},
                                                                     {.stratum = 1, .cluster = 1, .scores = {6}}});
  CHECK_THAT(found.total.covariance[0], WithinRel(0.5, 1e-14));
  CHECK(found.strata == 2);
  CHECK(found.clusters == 3);
  CHECK(found.design_df == 1);
}

TEST_CASE("PSUs without strata vary about zero") {
  // Mean 4, u = -3/4, -1/4, 1/4, 3/4; PSU totals -1, 1: 2 * (1 + 1) = 4.
  const Estimates found = estimates_of(design_of(1, 0, false, true), {{.cluster = 1, .scores = {1}},
                                                                      {.cluster = 1, .scores = {3}},
                                                                      {.cluster = 2, .scores = {5}},
                                                                      {.cluster = 2, .scores = {7}}});
  CHECK_THAT(found.total.covariance[0], WithinRel(4.0, 1e-14));
  CHECK(found.design_df == 1);
}

TEST_CASE("an area inside one PSU has no error of its own") {
  const Estimates found = estimates_of(design_of(1, 0, false, true), {{.area = 0, .cluster = 1, .scores = {1}},
                                                                      {.area = 0, .cluster = 1, .scores = {3}},
                                                                      {.area = 1, .cluster = 2, .scores = {5}},
                                                                      {.area = 1, .cluster = 3, .scores = {7}}});
  CHECK(found.areas[0].mean[0] == 2);
  CHECK(std::isnan(found.areas[0].covariance[0]));
  // B: u = -1/2, 1/2 in PSUs 2 and 3, 0 in PSU 1.
  CHECK_THAT(found.areas[1].covariance[0], WithinRel(3.0 / 2 * 0.5, 1e-14));
}

TEST_CASE("PSUs that hold only zero weights or missing scores count in the variance but zero weights not in df") {
  const double none = std::nan("");
  const Estimates found = estimates_of(design_of(1, 0, false, true), {{.cluster = 1, .scores = {1}},
                                                                      {.cluster = 2, .scores = {3}},
                                                                      {.cluster = 3, .weight = 0, .scores = {5}},
                                                                      {.cluster = 4, .scores = {none}}});
  CHECK_THAT(found.total.covariance[0], WithinRel(4.0 / 3 * 0.5, 1e-14));
  CHECK(found.clusters == 4);
  CHECK(found.design_df == 2);
}

TEST_CASE("a record that stands for two is two units of a stratum") {
  const auto design = design_of(1, 0, true);
  const Estimates once =
      estimates_of(design, {{.stratum = 1, .count = 2, .scores = {1}}, {.stratum = 2, .scores = {4}}});
  const Estimates twice = estimates_of(
      design, {{.stratum = 1, .scores = {1}}, {.stratum = 1, .scores = {1}}, {.stratum = 2, .scores = {4}}});
  CHECK(same(once, twice));
  CHECK(once.sampled == 3);
}

TEST_CASE("strata and clusters that the design does not name are ignored") {
  const Estimates found = estimates_of(
      design_of(1), {{.stratum = 1, .cluster = 5, .scores = {1}}, {.stratum = 2, .cluster = 6, .scores = {3}}});
  CHECK(found.strata == 0);
  CHECK(found.clusters == 0);
  CHECK_THAT(found.total.covariance[0], WithinRel(1.0, 1e-14)); // 2/1 * (1/4 + 1/4)
}

TEST_CASE("people who all answer the same have an error of exactly zero") {
  for (const bool strata : {false, true}) {
    for (const bool clusters : {false, true}) {
      std::vector<Record> records;
      for (std::uint32_t r = 0; r < 60; ++r) {
        records.push_back(
            {.area = r % 2, .stratum = r % 3, .cluster = r % 5, .weight = 0.1 + r * 1.37, .scores = {7.0 / 3}});
        records.push_back({.area = r % 2, .stratum = r % 3, .cluster = r % 5, .weight = 1, .scores = {7.0 / 3}});
      }
      SumsDesign design = design_of(1, 0, strata, clusters);
      design.centres = {100.1};
      const Estimates found = estimates_of(design, records);
      CHECK_THAT(found.total.mean[0], WithinRel(7.0 / 3, 1e-14));
      CHECK(found.total.covariance[0] == 0);
      CHECK(found.areas[0].covariance[0] == 0);
      CHECK(found.total.sd[0] == 0);
    }
  }
}
