#include "base/edit_distance.hpp"
#include "support/catch.hpp"

using namespace joinedup;

TEST_CASE("a swap of neighbours is one slip") {
  CHECK(edit_distance("abcd", "abdc") == 1);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("ICB_Code", "icb_code") == 0);
}

TEST_CASE("the nearest name is offered, a far one is not") {
  const std::vector<std::string> names{"icb_code", "age_band", "weight"};
  CHECK(nearest("icb_cod", names) == "icb_code");
  CHECK(nearest("wieght", names) == "weight");
  CHECK(nearest("trust", names).empty());
  CHECK(suggestion("trust", names) == "one of icb_code, age_band, weight");
}
