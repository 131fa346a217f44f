// Is the truth true? Means and variances of very many simulated respondents against what is known of them.
#include "respondents.hpp"

#include "support/catch.hpp"
#include "support/validation_plan.hpp"

#include <cmath>
#include <map>

using namespace joinedup;
using namespace joinedup::test;
using namespace joinedup::validation;

namespace {

struct Moments {
  double n = 0, sum = 0, squares = 0;
  void add(double value, double weight = 1) {
    n += weight;
    sum += weight * value;
    squares += weight * value * value;
  }
  double mean() const { return sum / n; }
  double variance() const { return squares / n - mean() * mean(); }
};

/// In each survey: error of every respondent's score `k` against the true mean of the area.
template <typename Take> void each_error(const Scenario& scenario, std::size_t k, std::uint64_t surveys, Take take) {
  const Plan& plan = validation_plan();
  const std::vector<AreaDesign> areas = area_designs(scenario);
  for (std::uint64_t s = 0; s < surveys; ++s) {
    const SurveyId id{7, 99, s};
    const Truth truth = truth_of(plan, scenario, areas, id);
    const Respondents found = draw_respondents(plan, scenario, areas, truth, id);
    for (std::size_t r = 0; r < found.people.size(); ++r)
      take(areas[found.people[r].area], found.people[r],
           found.scores_of(r, plan.measures.size())[k] - truth.mean[found.people[r].area][k]);
  }
}

constexpr std::size_t health = 1, recommend = 3; // of the measures: in fine steps, and yes or no

} // namespace

TEST_CASE("the measures and scenarios that ship are read whole") {
  CHECK(validation_plan().measures.size() == 4);
  CHECK(validation_plan().measures[health].id == "health");
  CHECK(validation_plan().measures[recommend].steps == 1);
  CHECK(validation_plan().scenarios.size() == 10);
  CHECK(validation_scenario("modes").analyses[1].study.adjusted_headline);
}

TEST_CASE("a member that the plan does not know is a fault") {
  CHECK_FALSE(read_plan(R"({"measures": [], "scenarios": [], "surprise": 1})", "plan.json"));
}

TEST_CASE("deviations have mean 0 and variance 1 however skewed") {
  for (const int skew : {1, 2, 8}) {
    Randomness random({3, 0, 0}, Stream::person, 0);
    Moments moments, normal;
    constexpr int draws = 200'000;
    for (int i = 0; i < draws; ++i) {
      moments.add(random.highest_of(skew));
      normal.add(random.normal());
    }
    CHECK_THAT(moments.mean(), WithinAbs(0, 4 / std::sqrt(draws)));
    CHECK_THAT(moments.variance(), WithinAbs(1, 4 * 3 / std::sqrt(draws)));
    CHECK_THAT(normal.mean(), WithinAbs(0, 4 / std::sqrt(draws)));
    CHECK_THAT(normal.variance(), WithinAbs(1, 4 * 1.5 / std::sqrt(draws)));
  }
}

TEST_CASE("respondents drawn at random average to the truth with the spread that is asked for") {
  Moments errors, yes;
  each_error(validation_scenario("simple"), health, 20, [&](const auto&, const auto&, double e) { errors.add(e); });
  each_error(validation_scenario("alike"), recommend, 20, [&](const auto&, const auto&, double e) { yes.add(e); });
  const double sd = 1.5 * 0.12; // of the range
  CHECK_THAT(errors.mean(), WithinAbs(0, 4 * sd / std::sqrt(errors.n)));
  CHECK_THAT(std::sqrt(errors.variance()), WithinRel(sd, 0.02));
  CHECK_THAT(yes.mean(), WithinAbs(0, 4 * 0.3 / std::sqrt(yes.n)));
  CHECK_THAT(yes.variance(), WithinRel(0.09, 0.03)); // p (1 - p), itself known to 0.7 %
}

TEST_CASE("clusters hold the share of the variance that is asked for and leave the truth where it is") {
  // Of two people of a cluster the errors have a covariance of icc x sd^2.
  std::map<std::uint32_t, Moments> clusters;
  Moments errors, products;
  const Scenario& scenario = validation_scenario("clusters");
  for (std::uint64_t s = 0; s < 20; ++s) {
    clusters.clear();
    const std::vector<AreaDesign> areas = area_designs(scenario);
    const SurveyId id{8, 98, s};
    const Truth truth = truth_of(validation_plan(), scenario, areas, id);
    const Respondents found = draw_respondents(validation_plan(), scenario, areas, truth, id);
    for (std::size_t r = 0; r < found.people.size(); ++r) {
      const double error = found.scores_of(r, 4)[health] - truth.mean[found.people[r].area][health];
      errors.add(error);
      clusters[found.people[r].cluster].add(error);
    }
    CHECK(clusters.size() <= 20 * areas.size());
    for (const auto& [number, c] : clusters)
      if (c.n > 1) products.add((c.sum * c.sum - c.squares) / (c.n * (c.n - 1)), c.n);
  }
  CHECK_THAT(errors.variance(), WithinRel(0.0324, 0.03));
  CHECK_THAT(products.mean() / errors.variance(), WithinAbs(0.05, 0.01));
  // 640 areas x 20 clusters of unequal size: the error of the mean is mostly theirs.
  CHECK_THAT(errors.mean(), WithinAbs(0, 4 * 0.18 * std::sqrt(0.05 * 1.3 / (640 * 20) + 1 / errors.n)));
}

TEST_CASE("weights make up for old people that are drawn more often") {
  Moments weighted, unweighted, old;
  each_error(validation_scenario("weights"), health, 20, [&](const auto&, const Respondent& person, double e) {
    weighted.add(e, person.weight);
    unweighted.add(e);
    old.add(person.old ? 1 : 0);
  });
  const double error = 4 * 0.2 / std::sqrt(unweighted.n);
  CHECK_THAT(weighted.mean(), WithinAbs(0, 1.3 * error));
  // Of those drawn 0.9 / 1.6 are old in place of 0.3; each is 0.6 x 0.18 lower.
  CHECK_THAT(old.mean(), WithinAbs(0.9 / 1.6, 0.01));
  CHECK_THAT(unweighted.mean(), WithinAbs(-0.6 * 0.18 * (0.9 / 1.6 - 0.3), error));
}

TEST_CASE("non-response by age moves an area's mean by the covariance with it over the response rate") {
  std::map<double, Moments> by_strength;
  Moments asked, answered;
  const Scenario& scenario = validation_scenario("response_age");
  for (const AreaDesign& area : area_designs(scenario))
    asked.add(area.asked);
  each_error(scenario, health, 40, [&](const AreaDesign& area, const auto&, double e) {
    by_strength[area.strength].add(e);
    answered.add(1);
  });
  CHECK_THAT(answered.n / (40 * asked.sum), WithinAbs(0.4, 0.005));
  CHECK(by_strength.size() == 6);
  for (const auto& [strength, errors] : by_strength) {
    const double covariance = strength * 0.3 * -0.6 * 0.18 * 0.4 * 0.6;
    CHECK_THAT(errors.mean(), WithinAbs(covariance / 0.4, 4 * 0.2 / std::sqrt(errors.n)));
  }
}

TEST_CASE("paper lowers scores and the truth is everybody's mix of modes") {
  std::map<double, Moments> by_paper;
  each_error(validation_scenario("modes"), health, 20,
             [&](const AreaDesign& area, const auto&, double e) { by_paper[area.paper].add(e); });
  CHECK(by_paper.size() == 6);
  for (const auto& [paper, errors] : by_paper)
    CHECK_THAT(errors.mean(), WithinAbs(-0.5 * 0.18 * (paper - 0.45), 4 * 0.2 / std::sqrt(errors.n)));
}
