#include "support/catch.hpp"

#include <joinedup/results.hpp>

using namespace joinedup;

TEST_CASE("a status without marks is ok and marks are joined in the order of the contract") {
  ResultStatus status;
  CHECK(status.text() == "ok");
  status.coverage = status.caution = true;
  CHECK(status.text() == "caution;coverage");
  CHECK_FALSE(status.hidden());
  status.suppressed_secondary = true;
  CHECK(status.text() == "caution;suppressed_secondary;coverage");
  CHECK(status.hidden());
}

TEST_CASE("a reconciliation adds up every way a record can go") {
  Reconciliation r;
  r.scored_full = 5;
  r.scored_part = 4;
  r.scored_prorated = 3;
  r.not_scored = {{"too few items", 2}, {"invalid answers", 1}};
  r.dropped[static_cast<std::size_t>(DropReason::no_area)] = 10;
  CHECK(r.sum() == 25);
}
