// Value sets that need the respondent, reverse crosswalks and doubts about values, on small sets worked by hand.
#include "base/render.hpp"
#include "scoring/reverse_crosswalk.hpp"
#include "scoring/value_checks.hpp"
#include "scoring/value_from_index.hpp"
#include "support/scorer.hpp"

#include <cmath>

using namespace joinedup;
using namespace joinedup::test;

namespace {

/// One dimension of two levels onto one of three.
ValueSet reverse_set() {
  ValueSet out;
  out.id = "walk";
  out.model = "reverse_crosswalk";
  out.target_set = "target";
  out.mapping.thresholds = {{0, 1}};
  out.mapping.effects = {{{0, 2}}};
  return out;
}

ValueSet target() {
  ValueSet out;
  out.id = "target";
  out.model = "table";
  out.table = {1, 0.5, 0};
  return out;
}

} // namespace

TEST_CASE("a reverse crosswalk is the expected value of an ordered logit") {
  Diagnostics diagnostics;
  const std::vector<double> got = reverse_crosswalk(reverse_set(), std::vector<ValueSet>{target()}, diagnostics);
  REQUIRE(diagnostics.empty());
  REQUIRE(got.size() == 2);
  const auto logistic = [](double x) { return 1 / (1 + std::exp(-x)); };
  // P(1) x 1 + P(2) x 0.5 with P(1) = F(t1 - eta), P(2) = F(t2 - eta) - F(t1 - eta)
  CHECK_THAT(got[0], WithinAbs(0.5 + (logistic(1) - 0.5) / 2, 1e-12));
  CHECK_THAT(got[1], WithinAbs(logistic(-2) + (logistic(-1) - logistic(-2)) / 2, 1e-12));
}

TEST_CASE("a reverse crosswalk says what does not fit") {
  Diagnostics without, other;
  CHECK(reverse_crosswalk(reverse_set(), {}, without).empty());
  CHECK(render_text(without) ==
        "error[J525]: value set walk: its target target is not among the value sets in reach\n");
  ValueSet short_target = target();
  short_target.table = {1, 0};
  CHECK(reverse_crosswalk(reverse_set(), std::vector<ValueSet>{short_target}, other).empty());
  CHECK(render_text(other) == "error[J525]: value set walk: its mapping leads to 3 states, target has 2\n");
}

TEST_CASE("a set that needs the respondent is refused where the instrument was read without") {
  const ValueSet set = shipped_value_set("3L-DSU-UK");
  ScoringChoices choices;
  choices.value_sets = {set.id};
  const auto plan = ScoringPlan::compile(shipped("eq-5d-3l"), choices, std::vector<ValueSet>{set});
  CHECK(render_text(plan.diagnostics) ==
        "3L-DSU-UK:1:1: error[J430]: value set 3L-DSU-UK needs age_band of each record\n"
        "  hint: name the columns with --age-band and --sex, or in the map\n");
}

TEST_CASE("a value from an index is the mean over the states that have it or lie near it") {
  ValueSet set;
  set.by_respondent = {1, 10, 2, 20, 4, 40}; // three states, two groups
  const std::vector<double> inputs = {1, 0.5, 0.5};
  CHECK(value_from_index(set, inputs, 0, 0.5, 0) == 3);
  CHECK(value_from_index(set, inputs, 1, 1, 0) == 10);
  CHECK_FALSE(value_from_index(set, inputs, 0, 0.7, 0).has_value());
  // 0.75 lies 0.25 from all: equal weights; 0.9 reaches the first alone
  CHECK_THAT(value_from_index(set, inputs, 0, 0.75, 0.3).value(), WithinAbs(7.0 / 3, 1e-12));
  CHECK(value_from_index(set, inputs, 0, 0.9, 0.2) == 1);
  CHECK_FALSE(value_from_index(set, inputs, 0, 0.75, 0.2).has_value());
}

TEST_CASE("what is suspicious in values is said") {
  ValueSet set;
  set.id = "s";
  Diagnostics fine, odd;
  check_values(set, std::vector<double>{1, 0.9, 0.8, 0.7}, {2, 2}, fine);
  CHECK(fine.empty());
  check_values(set, std::vector<double>{0.9, 0.95, -3, 0.7}, {2, 2}, odd);
  CHECK(odd.count("J531") == 1);
  CHECK(odd.count("J532") == 2);
}
