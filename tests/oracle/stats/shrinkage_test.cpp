#include "stats/reliability.hpp"
#include "stats/shrinkage.hpp"
#include "support/catch.hpp"
#include "support/close.hpp"
#include "support/oracle_data.hpp"

#include <cmath>

using namespace joinedup;
using namespace joinedup::test;

namespace {

struct Areas {
  std::vector<double> mean, se;
};

/// Means and their standard errors sqrt(sd^2 / n) from the respondents, at full precision.
Areas areas_from_respondents() {
  const OracleTable respondents("shrinkage/shrinkage_respondents.csv");
  const auto y = respondents.numbers("y");
  const auto& area = respondents.text("area");
  Areas out;
  const OracleTable expected("shrinkage/shrinkage_expected.csv");
  for (const auto& code : expected.text("area")) {
    double n = 0, sum = 0, squares = 0;
    for (std::size_t i = 0; i < y.size(); ++i) {
      if (area[i] == code) n += 1, sum += y[i];
    }
    for (std::size_t i = 0; i < y.size(); ++i) {
      if (area[i] == code) squares += (y[i] - sum / n) * (y[i] - sum / n);
    }
    out.mean.push_back(sum / n);
    out.se.push_back(std::sqrt(squares / (n - 1) / n));
  }
  return out;
}

void check_method(BetweenVariance method, const char* name) {
  INFO(name);
  const auto oracle = oracle_json("shrinkage/shrinkage_expected.json")["metafor"][name];
  const Areas areas = areas_from_respondents();
  const RandomEffects found = random_effects(areas.mean, areas.se, method);
  CHECK(found.areas == 10);
  check_close(found.tau2, oracle["tau2"]);
  check_close(found.mean, oracle["mu"]);
  check_close(found.mean_se, oracle["se"]);
  check_close(found.q, oracle["Q"]);
}

} // namespace

TEST_CASE("the variance between areas equals metafor by three methods") {
  check_method(BetweenVariance::der_simonian_laird, "DL");
  check_method(BetweenVariance::paule_mandel, "PM");
}

TEST_CASE("the restricted likelihood variance between areas equals metafor") {
  const auto oracle = oracle_json("shrinkage/shrinkage_expected.json")["metafor"]["REML"];
  const Areas areas = areas_from_respondents();
  const RandomEffects found = random_effects(areas.mean, areas.se, BetweenVariance::reml);
  // metafor stops its own search at a change of 1e-5 in tau2, relative to 1: the optimum is known less exactly.
  check_close(found.tau2, oracle["tau2"].get<double>());
  check_close(found.mean, oracle["mu"]);
  check_close(found.mean_se, oracle["se"]);
}

TEST_CASE("shrunk areas and their errors equal metafor blup") {
  const Areas areas = areas_from_respondents();
  const OracleTable expected("shrinkage/shrinkage_expected.csv");
  const auto check = [&](BetweenVariance method, const std::string& name) {
    const RandomEffects all = random_effects(areas.mean, areas.se, method);
    for (std::size_t i = 0; i < areas.mean.size(); ++i) {
      const Shrunk found = shrink(areas.mean[i], areas.se[i], all);
      check_close(found.value, expected.numbers("metafor_" + name + "_blup")[i]);
      check_close(found.se, expected.numbers("metafor_" + name + "_se")[i]);
    }
  };
  check(BetweenVariance::der_simonian_laird, "DL");
  check(BetweenVariance::reml, "REML");
}

TEST_CASE("intra-class correlation and the reliability of means equal R") {
  const OracleTable respondents("shrinkage/shrinkage_respondents.csv");
  std::vector<std::uint32_t> group;
  for (const auto& area : respondents.text("area"))
    group.push_back(static_cast<std::uint32_t>(std::stoul(area.substr(1))));
  const AnovaIcc found = anova_icc(respondents.numbers("y"), group);
  const auto oracle = oracle_json("shrinkage/shrinkage_expected.json");
  check_close(found.between, oracle["anova"]["MSB"]);
  check_close(found.within, oracle["anova"]["MSW"]);
  check_close(found.f, oracle["anova"]["F"]);
  check_close(found.n0, oracle["anova"]["n0"]);
  check_close(found.icc, oracle["anova"]["icc"]);
  for (const auto& row : oracle["spearman_brown"]["at"]) {
    check_close(spearman_brown(found.icc, row["n"]), row["rel"]);
  }
  CHECK(std::ceil(respondents_needed(found.icc, 0.7)) == oracle["spearman_brown"]["n_for_0.7"].get<double>());
  CHECK(std::ceil(respondents_needed(found.icc, 0.8)) == oracle["spearman_brown"]["n_for_0.8"].get<double>());
}

TEST_CASE("Paule-Mandel shrinkage of an index equals the end-to-end oracle") {
  const OracleTable table("end_to_end/e2e_expected.csv");
  const auto oracle = oracle_json("end_to_end/e2e_expected.json");
  auto index = table.numbers("index"), se = table.numbers("se");
  index.pop_back(); // A09 is suppressed
  se.pop_back();
  const RandomEffects all = random_effects(index, se);
  CHECK_THAT(all.tau2, WithinRel(oracle["tau2_PM"].get<double>(), 5e-8)); // inputs are rounded to 12 digits
  check_close(all.mean, oracle["mu_PM"]);
  check_close(fixed_effect(index, se).mean, oracle["target_precision_weighted"]);
  for (std::size_t i = 0; i < index.size(); ++i) {
    const Shrunk found = shrink(index[i], se[i], all);
    check_close(found.reliability, table.numbers("reliability")[i]);
    check_close(found.value, table.numbers("eb_index")[i]);
    check_close(found.se, table.numbers("eb_se")[i]);
  }
}
