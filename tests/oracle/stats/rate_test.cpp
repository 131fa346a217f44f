#include "stats/inequality.hpp"
#include "stats/rate.hpp"
#include "stats/standardised.hpp"
#include "support/catch.hpp"
#include "support/close.hpp"
#include "support/oracle_data.hpp"

#include <cmath>
#include <string>
#include <vector>

using namespace joinedup;
using namespace joinedup::test;
using nlohmann::json;

namespace {

json phe(const char* part) { return oracle_json("proportion/phe_expected.json")[part]; }

/// `of(confidence)` against a row of PHEindicatormethods, at both of its levels.
template <typename Of> void check_row(const json& row, Of of) {
  const WithLimits at95 = of(0.95), at998 = of(0.998);
  check_close(at95.value, row["value"]);
  check_close(at95.limits.low, row["lower95_0cl"]);
  check_close(at95.limits.high, row["upper95_0cl"]);
  check_close(at998.limits.low, row["lower99_8cl"]);
  check_close(at998.limits.high, row["upper99_8cl"]);
}

std::vector<Stratum> strata_of(const json& input, const json& area) {
  std::vector<Stratum> out;
  for (const json& row : input) {
    if (row["area"] == area) out.push_back({row["x"], row["n"], row["stdpop"]});
  }
  return out;
}

std::vector<Stratum> reference_of(const json& oracle) {
  std::vector<Stratum> out;
  for (std::size_t j = 0; j < oracle["x_ref"].size(); ++j)
    out.push_back({oracle["x_ref"][j], oracle["n_ref"][j], 0});
  return out;
}

} // namespace

TEST_CASE("rates with exact limits below ten events and Byar's above equal PHEindicatormethods") {
  const json rows = phe("rate_byars");
  REQUIRE(rows.size() == 6);
  for (const json& row : rows)
    check_row(row, [&](double confidence) { return rate(row["x"], row["n"], 100000, confidence); });
}

TEST_CASE("a count of 25 in 8,000 is 312.5 per 100,000, from 202.2 to 461.3") {
  const WithLimits worked = rate(25, 8000, 100000);
  check_close(worked.value, 312.5);
  check_close(worked.limits.low, 202.178324020715);
  check_close(worked.limits.high, 461.330633652317);
}

TEST_CASE("directly standardised rates with Dobson's limits equal PHEindicatormethods") {
  const json oracle = phe("dsr_dobson");
  REQUIRE(oracle["expected"].size() == 2);
  for (const json& row : oracle["expected"]) {
    const auto strata = strata_of(oracle["input"], row["area"]);
    check_row(row, [&](double confidence) { return directly_standardised_rate(strata, 100, confidence); });
  }
}

TEST_CASE("indirectly standardised ratios equal PHEindicatormethods") {
  const json oracle = phe("isratio");
  const auto reference = reference_of(oracle);
  for (const json& row : oracle["expected"]) {
    const double expected = expected_events(strata_of(oracle["input"], row["area"]), reference);
    check_close(expected, row["expected"]);
    check_row(row, [&](double confidence) { return rate(row["observed"], expected, 1, confidence); });
  }
}

TEST_CASE("indirectly standardised rates equal PHEindicatormethods: the ratio times the reference's rate") {
  for (const json& row : phe("israte"))
    check_row(row,
              [&](double confidence) { return rate(row["observed"], row["expected"], row["ref_rate"], confidence); });
}

TEST_CASE("slope and relative index of inequality equal PHEindicatormethods") {
  const json oracle = phe("sii"), expected = oracle["expected"][0];
  std::vector<OrderedGroup> groups;
  for (const json& row : oracle["input"])
    groups.push_back({row["pop"], row["value"]});
  const InequalitySlope found = slope_of_inequality(groups);
  check_close(found.slope, expected["sii"]);
  check_close(found.ratio, expected["rii"]);
  check_close(found.intercept, expected["intercept"]);
}
