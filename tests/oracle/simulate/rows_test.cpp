#include "unit/simulate/simulated.hpp"

using namespace joinedup;

TEST_CASE("The simulation equals a second one in Python byte by byte") {
  std::ifstream file(JOINEDUP_TESTS "/oracle/data/simulate/rows.csv", std::ios::binary);
  std::ostringstream expected;
  expected << file.rdbuf();
  REQUIRE(expected.str().size() > 10000);
  CHECK(simulated::text(300, 2026) == expected.str());
}
