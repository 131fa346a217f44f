#include "stats/funnel.hpp"
#include "stats/moments.hpp"
#include "stats/normal.hpp"
#include "stats/proportion.hpp"
#include "stats/quantile.hpp"
#include "support/catch.hpp"
#include "support/close.hpp"
#include "support/oracle_data.hpp"

#include <cmath>
#include <string>

using namespace joinedup;
using namespace joinedup::test;

TEST_CASE("Wilson limits equal PHEindicatormethods") {
  const auto rows = oracle_json("proportion/phe_expected.json")["proportion_wilson"];
  REQUIRE(rows.size() > 5);
  for (const auto& row : rows) {
    const auto at95 = wilson_limits(row["x"], row["n"]), at998 = wilson_limits(row["x"], row["n"], 0.998);
    check_close(at95.low, row["lower95_0cl"]);
    check_close(at95.high, row["upper95_0cl"]);
    check_close(at998.low, row["lower99_8cl"]);
    check_close(at998.high, row["upper99_8cl"]);
  }
}

TEST_CASE("exact limits of a proportion equal binom.test") {
  const auto rows = oracle_json("proportion/misc_expected.json")["exact_ci"];
  for (const auto& row : rows) {
    const auto limits = exact_limits(row["x"], row["n"]);
    check_close(limits.low, row["clopper_pearson"][0]);
    check_close(limits.high, row["clopper_pearson"][1]);
  }
}

TEST_CASE("quantiles of types 6 and 7 equal R") {
  const auto oracle = oracle_json("proportion/misc_expected.json")["quantile_types"];
  const std::vector<double> x = oracle["x"], p = oracle["p"];
  for (std::size_t i = 0; i < p.size(); ++i) {
    check_close(quantile(x, p[i], QuantileType::six), oracle["type6"][i]);
    check_close(quantile(x, p[i]), oracle["type7"][i]);
  }
}

TEST_CASE("score limits of a funnel equal PHEindicatormethods") {
  const auto rows = oracle_json("proportion/phe_expected.json")["funnel_limits"];
  for (const auto& row : rows) {
    const double target = double(row["baseline"]) / 100, n = row["Population"];
    const auto two = score_funnel_limits(target, n, 0.95), three = score_funnel_limits(target, n, 0.998);
    check_close(100 * two.low, row["lower_2s_limit"]);
    check_close(100 * two.high, row["upper_2s_limit"]);
    check_close(100 * three.low, row["lower_3s_limit"]);
    check_close(100 * three.high, row["upper_3s_limit"]);
  }
}

TEST_CASE("means with t limits equal PHEindicatormethods") {
  const auto oracle = oracle_json("proportion/phe_expected.json")["mean_t"];
  for (const auto& row : oracle["expected"]) {
    std::vector<double> values;
    for (const auto& input : oracle["input"]) {
      if (input["area"] == row["area"]) values.push_back(input["v"]);
    }
    const Moments m = moments(values);
    const auto n = static_cast<double>(m.n);
    CHECK(m.n == row["value_count"].get<std::uint64_t>());
    check_close(m.mean, row["value"]);
    check_close(m.sd, row["stdev"]);
    check_close(m.mean + student_t_quantile(0.025, n - 1) * m.sd / std::sqrt(n), row["lower95_0cl"]);
    check_close(m.mean + student_t_quantile(0.999, n - 1) * m.sd / std::sqrt(n), row["upper99_8cl"]);
  }
}

TEST_CASE("areas outside a funnel's limits are those of PHEindicatormethods") {
  const auto rows = oracle_json("proportion/phe_expected.json")["funnel_significance"];
  double x = 0, n = 0;
  for (const auto& row : rows) {
    x += row["numerator"].get<double>();
    n += row["denominator"].get<double>();
  }
  const auto outside = [&](double value, const ConfidenceLimits& limits, const char* level) {
    return value < limits.low ? std::string("Low") + level : value > limits.high ? std::string("High") + level : "";
  };
  for (const auto& row : rows) {
    const double count = row["denominator"], value = double(row["numerator"]) / count;
    std::string found = outside(value, score_funnel_limits(x / n, count, 0.998), " (0.001)");
    if (found.empty()) found = outside(value, score_funnel_limits(x / n, count, 0.95), " (0.025)");
    CHECK((found.empty() ? "Not significant" : found) == row["significance"].get<std::string>());
  }
}
