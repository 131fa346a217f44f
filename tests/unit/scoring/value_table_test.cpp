// Value-set models on small sets worked by hand.
#include "base/render.hpp"
#include "scoring/value_table.hpp"
#include "scoring/value_terms.hpp"
#include "support/catch.hpp"

using namespace joinedup;

namespace {

ValueSet additive(std::vector<std::vector<double>> levels) {
  ValueSet out;
  out.id = "set";
  out.model = "additive";
  out.levels = std::move(levels);
  return out;
}

std::vector<double> values(const ValueSet& set, const std::vector<ValueSet>& all = {}) {
  Diagnostics diagnostics;
  auto out = value_table(set, all, diagnostics);
  INFO(render_text(diagnostics));
  REQUIRE_FALSE(diagnostics.has_errors());
  return out;
}

std::string fault(const ValueSet& set) {
  Diagnostics diagnostics;
  CHECK(value_table(set, {}, diagnostics).empty());
  return render_text(diagnostics);
}

} // namespace

TEST_CASE("additive values are the doubles nearest to the exact decimals") {
  // 1 - 0.1 - 0.2 is 0.7 exactly; in binary arithmetic it is 0.7000000000000001
  CHECK(values(additive({{0, -0.1}, {0, -0.2}})) == std::vector<double>{1, 0.8, 0.9, 0.7});
}

TEST_CASE("terms, pairs and values given outright") {
  ValueSet set = additive({{0, -0.1, -0.2}, {0, -0.1, -0.2}});
  set.terms = {{"ANY2PLUS", -0.05}, {"ANY3", -0.1}};
  set.pairs = {{0, 1, 3, 3, -0.02}};
  set.states = {{"12", 0.5}};
  CHECK(values(set) == std::vector<double>{1, 0.5, 0.65, 0.85, 0.75, 0.55, 0.65, 0.55, 0.43});
  set = additive({{0, -0.1}, {0, -0.1}});
  set.pairs = {{0, 1, 0, 0, -0.01}}; // x (level - 1) x (level - 1)
  CHECK(values(set) == std::vector<double>{1, 0.9, 0.9, 0.79});
}

TEST_CASE("multiplicative values are products of factors") {
  ValueSet set = additive({{1, 0.8}, {1, 0.5}});
  set.model = "multiplicative";
  set.terms = {{"ANY2PLUS", 0.9}};
  CHECK(values(set) == std::vector<double>{1, 0.45, 0.72, 0.36});
}

TEST_CASE("a crosswalk is the expected target value rounded as published") {
  ValueSet target = additive({{0, -0.5}, {0, -0.2499}});
  target.id = "target";
  ValueSet set;
  set.id = "walk";
  set.model = "crosswalk";
  set.target_set = "target";
  set.transition = {{{1, 0}, {0.5, 0.5}, {0, 1}}, {{1, 0}, {0.2, 0.8}}};
  // states 11, 12, 21, 22, 31, 32 with 12 = 1 - 0.8 x 0.2499 = 0.80008
  CHECK(values(set, {target}) == std::vector<double>{1, 0.80008, 0.75, 0.55008, 0.5, 0.30008});
  set.publish_rounding = {4, 3};
  CHECK(values(set, {target}) == std::vector<double>{1, 0.8, 0.75, 0.55, 0.5, 0.3});
}

TEST_CASE("successive roundings go half away from zero, one after the other") {
  ValueSet set;
  set.id = "rounded";
  set.model = "table";
  set.table = {0.12345, 0.12349, -0.12345, 0.00004, -0.00004};
  set.publish_rounding = {4, 3};
  // 0.12345 -> 0.1235 -> 0.124, though 0.12345 itself is nearer to 0.123
  CHECK(values(set) == std::vector<double>{0.124, 0.124, -0.124, 0, 0});
}

TEST_CASE("named terms count what the literature says") {
  const std::vector<int> mixed = {1, 2, 3, 3, 2}, best = {1, 1, 1, 1, 1}, worst = {3, 3, 3, 3, 3},
                         five = {1, 4, 5, 5, 1};
  CHECK(value_term("ANY2PLUS", mixed) == 1);
  CHECK(value_term("ANY2PLUS", best) == 0);
  CHECK(value_term("D1", mixed) == 3);
  CHECK(value_term("I2SQ", mixed) == 1);
  CHECK(value_term("I3SQ", worst) == 16);
  CHECK(value_term("C3SQ", mixed) == 4);
  CHECK(value_term("ALL3", worst) == 1);
  CHECK(value_term("X5", worst) == 1);
  CHECK(value_term("O3", worst) == 1);
  CHECK(value_term("Z2", mixed) == 1);
  CHECK(value_term("Z3", mixed) == 2);
  CHECK(value_term("NUM45SQ", five) == 4);
  CHECK(value_term("D45_2", five) == 1);
  CHECK(value_term("D45_1", five) == 0);
  CHECK_FALSE(value_term("D45_6", five));
  CHECK_FALSE(value_term("N3", five));
}

TEST_CASE("a term that does not exist and a target that is not there are faults") {
  ValueSet set = additive({{0, -0.1}});
  set.where = {"set.json", 1, 1, ""};
  set.terms = {{"ANY33", -0.1}};
  CHECK(fault(set) == "set.json:1:1: error[J525]: value set set: unknown term \"ANY33\"\n  hint: did you mean ANY3?\n");
  set.model = "crosswalk";
  set.target_set = "other";
  CHECK(fault(set) ==
        "set.json:1:1: error[J525]: value set set: its target other is not among the value sets in reach\n");
}
