#include "cli/survey_options.hpp"

#include "support/catch.hpp"

using namespace joinedup;

namespace {

Arguments given(std::map<std::string, std::vector<std::string>, std::less<>> options) {
  return {std::move(options), {"a.csv"}};
}

} // namespace

TEST_CASE("a missing value may name a column and a reason") {
  const auto r = survey_request(given({{"--missing", {"9", "q1=-99", "q2=8:not_applicable", "7:suppressed"}}}));
  REQUIRE(r);
  REQUIRE(r->missing.size() == 4);
  CHECK((r->missing[0].column.empty() && r->missing[0].value == "9" && r->missing[0].reason.empty()));
  CHECK((r->missing[1].column == "q1" && r->missing[1].value == "-99"));
  CHECK((r->missing[2].column == "q2" && r->missing[2].value == "8" && r->missing[2].reason == "not_applicable"));
  CHECK((r->missing[3].column.empty() && r->missing[3].value == "7" && r->missing[3].reason == "suppressed"));
}

TEST_CASE("a reason that does not exist has a near name") {
  const auto r = survey_request(given({{"--missing", {"9:mising"}}}));
  REQUIRE_FALSE(r);
  CHECK(r.diagnostics.all()[0].message == "--missing 9:mising: no reason \"mising\"");
  CHECK(r.diagnostics.all()[0].hint == "did you mean missing?");
}

TEST_CASE("value sets and rules and choices are pairs") {
  const auto r = survey_request(given({{"--value-set", {"eq-5d-5l=5L-VT-UK,5L-CW-UK"}},
                                       {"--missing-rule", {"wemwbs=person_mean_max3"}},
                                       {"--set", {"p3ceq.care_plan=gate_mean"}},
                                       {"--table", {"pam-13=my=table.csv"}}}));
  REQUIRE(r);
  CHECK(r->value_sets.at("eq-5d-5l") == std::vector<std::string>{"5L-VT-UK", "5L-CW-UK"});
  CHECK(r->missing_rules.at("wemwbs") == "person_mean_max3");
  CHECK(r->choices.at("p3ceq").at("care_plan") == "gate_mean");
  CHECK(r->tables.at("pam-13") == "my=table.csv");
}

TEST_CASE("pairs that are none are told all at once") {
  const auto r = survey_request(given({{"--value-set", {"eq-5d-5l"}}, {"--set", {"p3ceq=x"}}, {"--table", {"=x"}}}));
  REQUIRE_FALSE(r);
  CHECK(r.diagnostics.all().size() == 3);
  CHECK(exit_code(r.diagnostics) == 2);
}

TEST_CASE("delimiters go by name or sign") {
  CHECK(survey_request(given({{"--delimiter", {"tab"}}}))->reader.delimiter == "\t");
  CHECK(survey_request(given({{"--delimiter", {";"}}}))->reader.delimiter == ";");
  CHECK_FALSE(survey_request(given({{"--delimiter", {"x"}}})));
}

TEST_CASE("kept columns are a list") {
  CHECK(survey_request(given({{"--keep", {"id, area"}}}))->keep == std::vector<std::string>{"id", "area"});
}
