#include "support/worked_examples.hpp"

using namespace joinedup;
using namespace joinedup::test;

TEST_CASE("all P3CEQ worked examples come out as worked by hand") {
  const auto examples = worked_examples("p3ceq/worked_examples.csv");
  REQUIRE(examples.size() == 19);
  for (const Example& example : examples) {
    INFO(example.at("id"));
    ScoringChoices choices;
    choices.missing_rule = example.at("missing_policy");
    choices.choices["care_plan"] = example.at("care_plan_mode");
    const Scorer scorer("p3ceq", choices);
    std::map<std::string, AnswerCode> answers;
    for (const char* item : {"1", "2", "3", "4", "5", "6", "7a", "7b", "7c", "7d", "8", "9", "10"})
      answers["p3ceq_" + std::string(item)] = code_of(example.at("q" + std::string(item)));
    const auto scores = scorer.score(answers);
    check_number(scores.at("care_plan"), example.at("expected_q7"), 0.0001);
    check_number(scores.at("person_centredness"), example.at("expected_pc"), 0.0001);
    check_number(scores.at("care_coordination"), example.at("expected_cc"), 0.0001);
    check_number(scores.at("total"), example.at("expected_total"), 0.0001);
    CHECK(scores.at("flags").text == example.at("expected_flags"));
    CHECK(scores.at("flags").status == "ok");
  }
}
