#include "stats/funnel.hpp"
#include "stats/normal.hpp"
#include "stats/overdispersion.hpp"
#include "stats/shrinkage.hpp"
#include "stats/transform.hpp"
#include "support/catch.hpp"
#include "support/close.hpp"
#include "support/oracle_data.hpp"

#include <cmath>

using namespace joinedup;
using namespace joinedup::test;

namespace {

struct Case {
  const char* name;
  Transformed (*transform)(double, double);
  double target;
  Trim trim;
};

void check_against_funnel_plot_r(const Case& test) {
  INFO(test.name);
  const auto oracle = oracle_json("funnel/funnel_expected.json")["results"][test.name];
  std::vector<double> z, se, difference;
  for (const auto& row : oracle["rows"]) {
    const Transformed t = test.transform(row["numerator"], row["denominator"]);
    check_close(t.value, row["Y"]);
    check_close(t.se, row["s"]);
    difference.push_back(t.value - test.target);
    se.push_back(t.se);
    z.push_back(difference.back() / t.se);
    check_close(z.back(), row["Uzscore"]);
  }
  const Overdispersion raw = overdispersion(z, se, {.trim = Trim::none});
  check_close(raw.phi, oracle["phi_untrimmed"]);
  check_close(raw.tau2, oracle["tau2_untrimmed"]);
  const Overdispersion trimmed = overdispersion(z, se, {.trim = test.trim});
  CHECK(trimmed.areas == oracle["n"].get<std::size_t>());
  check_close(trimmed.phi, oracle["phi"]);
  check_close(trimmed.tau2, oracle["tau2"]);
  for (std::size_t i = 0; i < z.size(); ++i) {
    const auto& row = oracle["rows"][i];
    check_close(overdispersed_z(difference[i], se[i], trimmed.tau2), row["ODz"]);
    if (test.trim == Trim::winsorise) check_close(trimmed.z[i], row["Wuzscore"]);
  }
}

double pooled_arcsine() {
  return std::asin(std::sqrt(oracle_json("funnel/funnel_expected.json")["pooled_proportion"].get<double>()));
}

} // namespace

TEST_CASE("overdispersion of proportions equals FunnelPlotR") {
  check_against_funnel_plot_r({"PR", arcsine_proportion, pooled_arcsine(), Trim::winsorise});
}

TEST_CASE("overdispersion of ratios of counts equals FunnelPlotR and is none") {
  const double pooled = oracle_json("funnel/funnel_expected.json")["pooled_proportion"];
  check_against_funnel_plot_r({"RC", log_ratio_of_counts, std::log(pooled), Trim::winsorise});
}

TEST_CASE("overdispersion of standardised ratios equals FunnelPlotR by the truncating and by the square root method") {
  check_against_funnel_plot_r({"SR_SHMI", log_ratio, 0, Trim::truncate});
  check_against_funnel_plot_r({"SR_CQC", sqrt_ratio, 1, Trim::winsorise});
}

TEST_CASE("arcsine limits with and without tau2 equal FunnelPlotR") {
  // FunnelPlotR rounds its normal quantiles to 1.959964 and 3.090232: the limits solve for just these.
  const double two = 2 * normal_cdf(1.959964) - 1, three = 2 * normal_cdf(3.090232) - 1;
  const auto oracle = oracle_json("funnel/funnel_expected.json");
  const double target = oracle["pooled_proportion"], tau2 = oracle["results"]["PR"]["tau2"];
  const auto check = [&](const auto& row, double spread, const char* low, const char* high, double confidence) {
    const ConfidenceLimits limits = arcsine_funnel_limits(target, row["number_seq"], confidence, spread);
    check_close(limits.low, row[low]);
    check_close(limits.high, row[high]);
  };
  for (const auto& row : oracle["limits_PR_with_tau2"]) {
    check(row, tau2, "odll95", "odul95", two);
    check(row, tau2, "odll998", "odul998", three);
  }
  for (const auto& row : oracle["limits_PR_no_tau2"]) {
    check(row, 0, "ll95", "ul95", two);
    check(row, 0, "ll998", "ul998", three);
  }
}

TEST_CASE("exact binomial limits equal R with interpolation") {
  const auto rows = oracle_json("funnel/funnel_expected.json")["exact_binomial_limits_target_0.72"];
  for (const auto& row : rows) {
    for (const double p : {0.001, 0.025, 0.975, 0.999}) {
      const std::string key = p == 0.001 ? "p0.001" : p == 0.025 ? "p0.025" : p == 0.975 ? "p0.975" : "p0.999";
      check_close(binomial_funnel_limit(0.72, row["n"], p), row[key]);
    }
  }
}

TEST_CASE("the variance between proportions on the arcsine scale equals metafor") {
  const auto oracle = oracle_json("funnel/funnel_expected.json");
  std::vector<double> y, se;
  for (const auto& row : oracle["results"]["PR"]["rows"]) {
    y.push_back(row["Y"]);
    se.push_back(row["s"]);
  }
  const auto found = random_effects(y, se, BetweenVariance::der_simonian_laird);
  check_close(found.tau2, oracle["metafor_DL_tau2_arcsine"]);
  check_close(found.mean, oracle["metafor_mu"]);
}
