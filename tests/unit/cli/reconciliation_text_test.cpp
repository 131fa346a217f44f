#include "cli/reconciliation_text.hpp"

#include "support/catch.hpp"

using namespace joinedup;

namespace {

Reconciliation example() {
  Reconciliation r;
  r.read = 12001;
  r.scored_full = 11214;
  r.scored_prorated = 512;
  r.not_scored = {{"too few items", 180}, {"not applicable", 60}, {"invalid answers", 11}};
  r.dropped[static_cast<std::size_t>(DropReason::no_area)] = 24;
  return r;
}

} // namespace

TEST_CASE("the sum names every part that is not zero and adds up") {
  const auto lines = reconciliation_lines(example());
  REQUIRE(lines.size() == 2);
  CHECK(lines[0] ==
        "read 12,001 = 11,214 scored in full + 512 under a missing rule + 251 not scored + 24 without an area");
  CHECK(lines[1] == "not scored: too few items 180, not applicable 60, invalid answers 11");
}

TEST_CASE("nothing read is said as nothing") {
  const auto lines = reconciliation_lines({});
  REQUIRE(lines.size() == 1);
  CHECK(lines[0] == "read 0 = 0");
}

TEST_CASE("unknown areas are listed with counts and the most frequent first") {
  Reconciliation r;
  r.read = 5;
  r.dropped[static_cast<std::size_t>(DropReason::unknown_area)] = 5;
  r.unknown_areas = {{"X1", 2}, {"X9", 3}};
  const auto lines = reconciliation_lines(r);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0] == "read 5 = 5 with an unknown area");
  CHECK(lines[1] == "unknown areas: X9 3, X1 2");
}

TEST_CASE("reasons for no answer are listed where they say more than blank or invalid") {
  Reconciliation r;
  r.no_answer = {{"first", {{"missing", 7}, {"invalid", 1}}}, {"second", {{"missing", 2}, {"not_shown", 1200}}}};
  const auto lines = reconciliation_lines(r);
  REQUIRE(lines.size() == 2);
  CHECK(lines[1] == "no answer in cells of second: not shown 1,200, missing 2");
}

TEST_CASE("machines get the same numbers as one JSON object") {
  CHECK(
      reconciliation_json(example()) ==
      "{\"reconciliation\":{\"read\":12001,\"scored in full\":11214,\"scored in part\":0,\"under a missing rule\":512,"
      "\"not scored\":{\"invalid answers\":11,\"not applicable\":60,\"too few items\":180},"
      "\"dropped\":{\"without an area\":24}}}\n");
}
