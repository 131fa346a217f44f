// Every fault of a value set with its whole message and place.
#include "definitions/value_set.hpp"
#include "said.hpp"
#include "support/catch.hpp"

#include <filesystem>

using namespace joinedup;
using joinedup::test::said;

namespace {

std::string said_of(const std::string& rest) {
  return said(read_value_set(R"({"id": "x", "instrument": "eq", "country": "C", "method": "M", "citation": "A 2020",)"
                             "\n" +
                                 rest + "}",
                             "x.json"));
}

} // namespace

TEST_CASE("value sets are read as they are written") {
  const auto set = read_value_set(joinedup::test::shipped("value_sets/5L-CW-UK.json"), "5L-CW-UK.json");
  REQUIRE(said(set) == "");
  CHECK(set->instrument == "eq-5d-5l");
  CHECK(set->country == "UK");
  CHECK(set->year == 2012);
  CHECK(set->link == "https://doi.org/10.1016/j.jval.2012.02.008");
  CHECK(set->confidence == "VERIFIED");
  CHECK(set->target_set == "3L-TTO-UK");
  CHECK(set->publish_rounding == std::vector<int>{4, 3});
  CHECK(set->mapping_id == "van-hout-2012");
  const auto plain = read_value_set(joinedup::test::shipped("value_sets/3L-TTO-UK.json"), "3L-TTO-UK.json");
  REQUIRE(said(plain) == "");
  CHECK(plain->terms.at("ANY3") == -0.269);
  CHECK(plain->levels.at(4).at(2) == -0.236);
  CHECK(said(read_value_set(joinedup::test::shipped("value_sets/5L-VT-UK.json"), "")) == "");
  CHECK(said(read_value_set(joinedup::test::shipped("value_sets/5L-VT-England.json"), "")) == "");
}

TEST_CASE("faults of value sets are told with their places") {
  CHECK(said_of(R"("model": "additive")") ==
        "x.json:1:1: error[J504]: \"confidence\" is missing, expected VERIFIED, LIKELY or DISPUTED\n"
        "x.json:1:1: error[J504]: \"levels\" is missing, expected a list of numbers for each dimension\n");
  CHECK(said_of(R"("confidence": "LIKELY", "model": "adding", "levels": [[0, -0.1]])") ==
        "x.json:2:34: error[J506]: \"model\" is \"adding\", expected one of additive, multiplicative, table, "
        "crosswalk, reverse_crosswalk, by_respondent\n");
  CHECK(said_of(R"("confidence": "LIKELY", "model": "additive", "levels": [[0, -0.1], [0]], "states": {"123": 1},
"pairs": [{"dimensions": [1, 3], "value": 1}], "publish_rounding": [4, -1])") ==
        "x.json:2:68: error[J506]: \"levels[2]\" is not as expected: as many numbers as the first row\n"
        "x.json:2:84: error[J506]: \"123\" is no profile of this set\n"
        "x.json:3:26: error[J506]: \"dimensions\" is not as expected: two whole numbers from 1 to 2\n"
        "x.json:3:72: error[J506]: \"publish_rounding[2]\" is -1, expected 0 to 9 decimals\n");
}

TEST_CASE("transitions must be probabilities") {
  CHECK(
      said_of(
          R"("confidence": "LIKELY", "model": "crosswalk", "target_set": "t", "transition": [[[1, 0], [0.5, 0.6]]])") ==
      "x.json:2:81: error[J506]: row 2 of \"transition[1]\" sums to 1.1, expected probabilities that sum to 1\n");
}

TEST_CASE("the value set reader refuses what its schema refuses") {
  int seen = 0;
  for (const auto& entry : std::filesystem::directory_iterator(JOINEDUP_TESTS "/schema/broken")) {
    const std::string name = entry.path().filename().string();
    if (name.rfind("value_set-", 0) != 0) continue;
    CAPTURE(name);
    CHECK_FALSE(read_value_set(joinedup::test::text_of(entry.path().string()), name).value.has_value());
    ++seen;
  }
  CHECK(seen == 4);
}
