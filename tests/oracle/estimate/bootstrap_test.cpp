// Closed form: the mean of k values drawn without replacement from N has the variance (1 - k/N) s2 / k.
#include "estimate/replicate_factors.hpp"
#include "estimate/replicates.hpp"
#include "support/catch.hpp"
#include "support/kept_records.hpp"

#include <cmath>
#include <numeric>

using namespace joinedup;
using namespace joinedup::test;

namespace {

constexpr std::uint64_t replicates = 10000;

/// Four people of equal weight; s2 = 38/3.
ScoredRecords four_people() {
  ScoredRecords out(1, 0, 0);
  for (const double y : {1.0, 2.0, 4.0, 9.0}) {
    const std::vector<double> score{y};
    out.add({0, 0, 0, 2.5, 1, score, {}, {}});
  }
  return out;
}

double bootstrap_variance(double population) {
  const ScoredRecords records = four_people();
  Estimates estimates = means_of(records, 1);
  const auto domains = record_domains(records, {0}, estimates);
  const UnitDesign design = unit_design(records, false, {SinglePsu::adjust, [&](std::uint32_t) { return population; }});
  set_bootstrap_covariances(design, records, domains, 1, replicates, 7);
  return estimates.total.covariance[0];
}

} // namespace

TEST_CASE("the bootstrap of a mean has the variance of sampling without replacement") {
  for (const double population : {5.0, 8.0, 40.0, 1e9}) {
    INFO(population);
    CHECK_THAT(bootstrap_variance(population), WithinRel((1 - 4 / population) * 38 / 12, 0.04));
  }
}

TEST_CASE("a finite population takes its share off every bootstrap variance under the same draws") {
  const double endless = bootstrap_variance(std::nan(""));
  CHECK_THAT(bootstrap_variance(16), WithinRel(0.75 * endless, 1e-12));
  CHECK(bootstrap_variance(4) == 0); // all are in the sample
}

TEST_CASE("factors of a stratum add up to its units and are never negative") {
  const ScoredRecords records = four_people();
  const UnitDesign design = unit_design(records, false, {SinglePsu::adjust, [](std::uint32_t) { return 6.0; }});
  const BootstrapFactors factors(design, 50, 1);
  for (std::uint64_t b = 0; b < 50; ++b) {
    const std::vector<double> unit = factors(b).unit;
    CHECK_THAT(std::accumulate(unit.begin(), unit.end(), 0.0), WithinRel(4.0, 1e-14));
    CHECK(*std::min_element(unit.begin(), unit.end()) >= 0);
  }
}
