// Replicates at their edges.
#include "estimate/replicate_factors.hpp"
#include "estimate/replicates.hpp"
#include "support/catch.hpp"
#include "support/kept_records.hpp"

#include <cmath>

using namespace joinedup;
using namespace joinedup::test;

namespace {

struct Person {
  std::uint32_t stratum = 0;
  double y = 0, weight = 1;
  std::uint64_t count = 1;
};

ScoredRecords records_of(const std::vector<Person>& people) {
  ScoredRecords out(1, 0, 0);
  for (const Person& person : people) {
    const std::vector<double> score{person.y};
    out.add({0, person.stratum, 0, person.weight, person.count, score, {}, {}});
  }
  return out;
}

/// Weighted means again, as refitted replicates have them.
Eigen::MatrixXd means_again(const ScoredRecords& records, const std::vector<double>& weights) {
  double w = 0, wy = 0;
  for (std::size_t r = 0; r < records.size(); ++r) {
    const double own = weights[r] * static_cast<double>(records.counts[r]);
    w += own;
    wy += own * records.score(r, 0);
  }
  return Eigen::MatrixXd::Constant(2, 1, wy / w);
}

double variance(const std::vector<Person>& people, bool bootstrap, bool refitted) {
  const ScoredRecords records = records_of(people);
  Estimates estimates = means_of(records, 1);
  const auto domains = record_domains(records, {1}, estimates);
  const UnitDesign design = unit_design(records, false, {});
  if (refitted)
    set_refitted_covariances(design, records, records.weights, domains, 1, {bootstrap, 100, 5},
                             [&](const std::vector<double>& weights) { return means_again(records, weights); });
  else if (bootstrap)
    set_bootstrap_covariances(design, records, domains, 1, 100, 5);
  else
    set_jackknife_covariances(design, records, domains, 1);
  return estimates.total.covariance[0];
}

} // namespace

TEST_CASE("estimates that are made again from weights have the errors that sums have") {
  const std::vector<Person> people{{0, 1}, {0, 4, 2}, {0, 2, 1, 3}, {1, 7}, {1, 5, 0.5}, {2, 3}};
  for (const bool bootstrap : {false, true})
    CHECK_THAT(variance(people, bootstrap, true), WithinRel(variance(people, bootstrap, false), 1e-12));
}

TEST_CASE("so they have in strata of hundreds, with areas, identical records and clusters") {
  ScoredRecords records(2, 0, 0);
  for (std::uint32_t r = 0; r < 900; ++r) {
    const std::vector<double> scores{r % 17 * 0.5, r % 5 == 0 ? std::nan("") : r % 23 * 1.0};
    records.add({r / 225, r % 2, r / 2 % 70, 0.5 + r % 3, r % 11 == 0 ? 3U : 1U, scores, {}, {}});
  }
  for (const bool clusters : {false, true}) {
    const UnitDesign design = unit_design(records, clusters, {});
    std::vector<Estimates> found;
    for (const unsigned threads : {0U, 1U, 3U}) {
      Estimates& estimates = found.emplace_back(means_of(records, 4));
      const auto domains = record_domains(records, {4, 4, 4, 4}, estimates);
      if (threads > 0) {
        set_bootstrap_covariances(design, records, domains, 2, 90, 5, threads);
        continue;
      }
      const auto again = [&](const std::vector<double>& weights) {
        Eigen::MatrixXd out(5, 2);
        for (std::size_t d = 0; d < 5; ++d)
          for (std::size_t k = 0; k < 2; ++k) {
            double w = 0, wy = 0;
            for (const std::uint32_t r : domains[d].records) {
              const double own = weights[r] * static_cast<double>(records.counts[r]);
              if (std::isnan(records.score(r, k))) continue;
              w += own;
              wy += own * records.score(r, k);
            }
            out(static_cast<Eigen::Index>(d), static_cast<Eigen::Index>(k)) = wy / w;
          }
        return out;
      };
      set_refitted_covariances(design, records, records.weights, domains, 2, {true, 90, 5}, again);
    }
    CHECK(found[1].total.covariance == found[2].total.covariance); // any number of threads
    for (std::size_t i = 0; i < 4; ++i) {
      CHECK_THAT(found[1].total.covariance[i], WithinRel(found[0].total.covariance[i], 1e-9));
      CHECK_THAT(found[1].areas[2].covariance[i], WithinRel(found[0].areas[2].covariance[i], 1e-9));
      CHECK_THAT(found[1].areas[2].covariance_with_total[i],
                 WithinRel(found[0].areas[2].covariance_with_total[i], 1e-9));
    }
  }
}

TEST_CASE("identical records counted together are as many units of a replicate") {
  const std::vector<Person> counted{{0, 1}, {0, 4, 2, 3}}, apart{{0, 1}, {0, 4, 2}, {0, 4, 2}, {0, 4, 2}};
  for (const bool refitted : {false, true})
    CHECK_THAT(variance(counted, false, refitted), WithinRel(variance(apart, false, refitted), 1e-12));
}

TEST_CASE("the jackknife of a mean is s2 / n") {
  CHECK_THAT(variance({{0, 1}, {0, 2}, {0, 4}, {0, 9}}, false, false), WithinRel(38.0 / 12, 1e-12));
}

TEST_CASE("strata of one unit stay as they are in every replicate, and alone they give no error") {
  for (const bool refitted : {false, true}) {
    // Means 13/3 and 3 without the first and the second, whose mate then counts twice: 1/2 x 2 x (2/3)^2.
    CHECK_THAT(variance({{0, 1}, {0, 3}, {1, 7}}, false, refitted), WithinRel(4.0 / 9, 1e-12));
    for (const bool bootstrap : {false, true})
      CHECK(std::isnan(variance({{0, 1}, {1, 7}}, bootstrap, refitted)));
  }
}

TEST_CASE("people who all answer the same have replicates that do not differ") {
  for (const bool bootstrap : {false, true})
    CHECK(variance({{0, 3}, {0, 3}, {1, 3}, {1, 3}}, bootstrap, false) == 0);
}

TEST_CASE("weights of zero are drawn and count for nothing") {
  const std::vector<Person> people{{0, 1}, {0, 4}, {0, 100, 0}};
  // Three units: without the first 4, without the second 1, without the third 2.5 as before; 2/3 x (1.5^2 + 1.5^2).
  CHECK_THAT(variance(people, false, false), WithinRel(2.0 / 3 * 4.5, 1e-12));
}

TEST_CASE("one person has no error by replicates either") {
  const ScoredRecords records = records_of({{0, 3}});
  Estimates estimates = means_of(records, 1);
  estimates.total.covariance = {std::nan("")}; // as estimation leaves it with fewer than two
  const auto domains = record_domains(records, {1}, estimates);
  set_jackknife_covariances(unit_design(records, false, {}), records, domains, 1);
  CHECK(std::isnan(estimates.total.covariance[0]));
}
