// Statuses and choices of single records. Expectations follow RULINGS R15, R16 and R36, worked by hand.
#include "support/scorer.hpp"

using namespace joinedup;
using namespace joinedup::test;

namespace {

using Answers = std::map<std::string, AnswerCode>;

/// All ten questions answered with 2; no care-plan questions.
Answers twos() {
  Answers out;
  for (int i = 1; i <= 10; ++i)
    out["p3ceq_" + std::to_string(i)] = 2;
  return out;
}

Answers with(Answers answers, const Answers& changes) {
  for (const auto& [item, code] : changes)
    answers[item] = code;
  return answers;
}

ScoringChoices choice(const std::string& name, const std::string& value) {
  ScoringChoices out;
  out.choices[name] = value;
  return out;
}

} // namespace

TEST_CASE("an invalid code empties only the scales that use the item") {
  const auto scores = Scorer("p3ceq").score(with(twos(), {{"p3ceq_1", 7}}));
  CHECK(scores.at("person_centredness").status == "invalid");
  CHECK(scores.at("total").status == "invalid");
  CHECK(scores.at("care_coordination").text == "10");
  CHECK(scores.at("care_coordination").status == "ok");
}

TEST_CASE("a score that lacks only what does not apply is not applicable") {
  const Scorer scorer("p3ceq");
  const auto all = with(twos(), {{"p3ceq_1", answer::not_applicable}});
  CHECK(scorer.score(all).at("person_centredness").status == "not_applicable");
  const auto mixed = with(all, {{"p3ceq_2", answer::missing}});
  CHECK(scorer.score(mixed).at("person_centredness").status == "missing");
}

TEST_CASE("the single care-plan answer stands where the four questions are blank") {
  const auto scores = Scorer("p3ceq").score(twos());
  CHECK(scores.at("care_plan").text == "2");
  CHECK(scores.at("total").text == "20");
  CHECK(scores.at("flags").text == "");
}

TEST_CASE("the four care-plan questions win over the single answer and a difference is flagged") {
  const Answers plan = {{"p3ceq_7a", 3}, {"p3ceq_7b", 3}, {"p3ceq_7c", 3}, {"p3ceq_7d", 3}};
  const auto scores = Scorer("p3ceq").score(with(twos(), plan));
  CHECK(scores.at("care_plan").text == "3");
  CHECK(scores.at("flags").text == "q7_differs");
  const auto same = Scorer("p3ceq").score(with(twos(), with(plan, {{"p3ceq_7", 3}})));
  CHECK(same.at("flags").text == "");
}

TEST_CASE("a care-plan question that is neither 0 nor 3 is invalid") {
  const auto scores = Scorer("p3ceq").score(with(twos(), {{"p3ceq_7a", 1}}));
  CHECK(scores.at("care_plan").status == "invalid");
  CHECK(scores.at("total").status == "invalid");
  CHECK(scores.at("person_centredness").text == "16");
}

TEST_CASE("catch-all answers score zero by default and are missing on request") {
  const Answers answers = with(twos(), {{"p3ceq_8", answer::catch_all}});
  CHECK(Scorer("p3ceq").score(answers).at("total").text == "18");
  const auto scores = Scorer("p3ceq", choice("catch_all", "missing")).score(answers);
  CHECK(scores.at("total").status == "missing");
  CHECK(scores.at("care_coordination").status == "missing");
}

TEST_CASE("a catch-all answer to the gate closes it by default") {
  const auto scores =
      Scorer("p3ceq").score(with(twos(), {{"p3ceq_7a", answer::catch_all}, {"p3ceq_7", answer::missing}}));
  CHECK(scores.at("care_plan").text == "0");
}

TEST_CASE("the item that is only carried is in no score") {
  const auto scores = Scorer("p3ceq").score(with(twos(), {{"p3ceq_11", 9}}));
  CHECK(scores.at("total").text == "20");
  CHECK(scores.at("flags").text == "");
}

TEST_CASE("a missing dimension empties profile, level scores and index and leaves the VAS") {
  const Scorer scorer("eq-5d-3l");
  const auto scores = scorer.score({{"eq5d_mo", 2}, {"eq5d_sc", 1}, {"eq5d_ua", 1}, {"eq5d_pd", 2}, {"eq5d_vas", 0}});
  for (const char* id : {"profile", "lss", "lfs", "index"})
    CHECK(scores.at(id).status == "missing");
  CHECK(scores.at("vas").text == "0");
  CHECK(scorer.score({{"eq5d_vas", 101}}).at("vas").status == "invalid");
}

TEST_CASE("level sums and level frequencies of a five-level profile") {
  // 21143: two 1s, one 2, one 3, one 4, no 5; sum 11 (reference, LFS example)
  const auto scores = Scorer("eq-5d-5l", {"", {"5L-VT-UK"}, {}, {}})
                          .score({{"eq5d_mo", 2}, {"eq5d_sc", 1}, {"eq5d_ua", 1}, {"eq5d_pd", 4}, {"eq5d_ad", 3}});
  CHECK(scores.at("profile").text == "21143");
  CHECK(scores.at("lss").text == "11");
  CHECK(scores.at("lfs").text == "21110");
}

TEST_CASE("a prorated care plan makes the scales that use it prorated") {
  ScoringChoices half;
  half.missing_rule = "half";
  half.choices["care_plan"] = "gate_mean";
  const auto scores = Scorer("p3ceq", half).score(with(twos(), {{"p3ceq_7a", 3}, {"p3ceq_7b", 3}, {"p3ceq_7c", 0}}));
  CHECK(scores.at("care_plan").text == "1.5");
  CHECK(scores.at("care_plan").status == "prorated");
  CHECK(scores.at("total").status == "prorated");
  CHECK(scores.at("person_centredness").status == "ok");
}
