#include "scoring/missing.hpp"
#include "support/scorer.hpp"

using namespace joinedup;
using joinedup::test::shipped;

TEST_CASE("missing rules are found by name, the first is the default") {
  const Instrument p3ceq = shipped("p3ceq");
  CHECK(missing_policy(p3ceq, "")->name == "strict");
  CHECK(missing_policy(p3ceq, "half")->minimum(8) == 4);
  CHECK(missing_policy(p3ceq, "half")->minimum(5) == 3);
  CHECK(missing_policy(p3ceq, "half")->minimum(10) == 5);
  CHECK(missing_policy(p3ceq, "strict")->minimum(10) == 10);
  CHECK_FALSE(missing_policy(p3ceq, "quarter"));
  CHECK(missing_policy(shipped("wemwbs"), "person_mean_max3")->minimum(14) == 11);
  CHECK_FALSE(missing_policy(shipped("fft"), "strict"));
}

TEST_CASE("a rule that ends in N takes every number of its range") {
  const Instrument pam = shipped("pam-13");
  CHECK(missing_policy(pam, "")->name == "min10");
  CHECK(missing_policy(pam, "")->minimum(13) == 10);
  CHECK(missing_policy(pam, "min1")->minimum(13) == 1);
  CHECK(missing_policy(pam, "min13")->minimum(13) == 13);
  CHECK_FALSE(missing_policy(pam, "min0"));
  CHECK_FALSE(missing_policy(pam, "min14"));
  CHECK_FALSE(missing_policy(pam, "minN"));
}

TEST_CASE("the suffix _strict goes after every rule") {
  const auto strict = missing_policy(shipped("pam-13"), "min7_strict");
  REQUIRE(strict);
  CHECK(strict->minimum(13) == 7);
  CHECK(strict->scores(12, 13, lack::missing));
  CHECK_FALSE(strict->scores(12, 13, lack::invalid));
  CHECK(missing_policy(shipped("p3ceq"), "strict_strict"));
}

TEST_CASE("an empty score is invalid before not applicable before missing") {
  CHECK(empty_status(lack::missing) == ScoreStatus::missing);
  CHECK(empty_status(lack::not_applicable) == ScoreStatus::not_applicable);
  CHECK(empty_status(lack::not_applicable | lack::missing) == ScoreStatus::missing);
  CHECK(empty_status(lack::not_applicable | lack::missing | lack::invalid) == ScoreStatus::invalid);
}
