// The parts of a value add up (or multiply) to what the table of all states holds.
#include "scoring/value_story.hpp"
#include "scoring/value_table.hpp"
#include "support/scorer.hpp"

#include <cmath>

using namespace joinedup;
using namespace joinedup::test;

TEST_CASE("parts of a state's value make the value of every state") {
  const std::vector<ValueSet> sets = shipped_value_sets();
  const std::vector<std::string> names{"a", "b", "c", "d", "e"};
  std::size_t told = 0;
  for (const ValueSet& set : sets) {
    if (set.model != "additive" && set.model != "multiplicative") continue;
    INFO(set.id);
    Diagnostics diagnostics;
    ValueSet unrounded = set;
    unrounded.publish_rounding.clear();
    const std::vector<double> table = value_table(unrounded, sets, diagnostics);
    std::vector<int> levels(5, 1);
    for (std::size_t state = 0; state < table.size(); ++state) {
      const std::vector<ValuePart> parts = value_parts(set, levels, names);
      REQUIRE_FALSE(parts.empty());
      double value = set.model == "multiplicative" ? 1 : 0;
      for (const ValuePart& part : parts)
        value = set.model == "multiplicative" ? value * part.amount : value + part.amount;
      REQUIRE_THAT(value, WithinAbs(table[state], 1e-12));
      for (std::size_t d = 5; d-- > 0;) {
        if (levels[d] < static_cast<int>(set.levels[d].size())) {
          ++levels[d];
          break;
        }
        levels[d] = 1;
      }
    }
    ++told;
  }
  CHECK(told >= 2);
}

TEST_CASE("a set that gives states their values outright has no parts to add") {
  ValueSet set;
  set.model = "table";
  CHECK(value_parts(set, std::vector<int>{1, 1}, {"a", "b"}).empty());
  set.model = "additive";
  set.levels = {{0, -0.1}, {0, -0.2}};
  set.states["22"] = -0.5;
  const std::vector<ValuePart> outright = value_parts(set, std::vector<int>{2, 2}, {"a", "b"});
  REQUIRE(outright.size() == 1);
  CHECK(outright.front().amount == -0.5);
  CHECK(value_parts(set, std::vector<int>{2, 1}, {"a", "b"}).size() == 3);
}
