#include "support/worked_examples.hpp"

using namespace joinedup;
using namespace joinedup::test;

namespace {

/// A rising table of the user over raw 13 to 52 that holds `scores` in order, from raw 13 on.
LookupTable table_with(const std::vector<double>& scores) {
  LookupTable out;
  double last = -1;
  for (int raw = 13; raw <= 52; ++raw) {
    const auto at = static_cast<std::size_t>(raw - 13);
    last = at < scores.size() ? scores[at] : last + 0.01;
    out.rows.emplace_back(raw, last);
  }
  return out;
}

/// Thirteen answers with the given sum.
std::map<std::string, AnswerCode> answers_with_sum(int sum) {
  std::map<std::string, AnswerCode> out;
  int left = sum - 13;
  for (int item = 1; item <= 13; ++item) {
    const int more = std::min(left, 3);
    out["pam13_" + std::to_string(item)] = static_cast<AnswerCode>(1 + more);
    left -= more;
  }
  return out;
}

} // namespace

TEST_CASE("all PAM-13 worked examples come out as worked by hand") {
  const auto examples = worked_examples("pam13/worked_examples.csv");
  REQUIRE(examples.size() == 19);
  for (const Example& example : examples) {
    INFO(example.at("id"));
    ScoringChoices choices;
    choices.missing_rule = "min" + example.at("min_answered");
    const Scorer scorer("pam-13", choices);
    std::map<std::string, AnswerCode> answers;
    for (int item = 1; item <= 13; ++item)
      answers["pam13_" + std::to_string(item)] = code_of(example.at("i" + std::to_string(item)));
    const auto scores = scorer.score(answers);
    CHECK(scores.at("answered").text == example.at("expected_answered"));
    CHECK(scores.at("raw").text == example.at("expected_raw"));
    check_number(scores.at("raw_prorated"), example.at("expected_raw_prorated"), 0.005);
    check_number(scores.at("rasch_se2019"), example.at("expected_rasch_se2019"), 0.1);
    CHECK(scores.at("flags").text == example.at("expected_flags"));
    CHECK(scores.count("activation") == 0);
  }
}

TEST_CASE("open Rasch estimates of complete records follow the derived table for every raw sum") {
  const Scorer scorer("pam-13");
  const auto rows = worked_examples("pam13/raw_to_rasch_se2019.csv");
  REQUIRE(rows.size() == 40);
  for (const Example& row : rows) {
    INFO(row.at("raw_score"));
    const auto scores = scorer.score(answers_with_sum(static_cast<int>(*parse_number(row.at("raw_score")))));
    CHECK(scores.at("rasch_se2019").text == fixed(*parse_number(row.at("rasch_se2019")), 1));
  }
}

TEST_CASE("activation levels round to one decimal before the newer cut-points") {
  const auto examples = worked_examples("pam13/worked_examples_levels.csv");
  REQUIRE(examples.size() == 13);
  std::vector<double> first; // rising, so that they fit one table
  for (const Example& example : examples) {
    if (!example.at("score").empty()) first.push_back(*parse_number(example.at("score")));
  }
  first.pop_back(); // 100 is the last row
  ScoringChoices choices;
  choices.table = table_with(first);
  choices.table->rows.back().second = 100;
  choices.choices["levels"] = "newer";
  const Scorer scorer("pam-13", choices);
  int raw = 13;
  for (const Example& example : examples) {
    INFO(example.at("score"));
    const bool top = example.at("score") == "100.0";
    auto answers = answers_with_sum(top ? 52 : raw++);
    if (example.at("score").empty()) answers["pam13_3"] = answer::missing;
    const auto scores = scorer.score(answers);
    check_number(scores.at("activation"), example.at("score"), 1e-12);
    CHECK(scores.at("level").text == example.at("level_newer"));
  }
}

TEST_CASE("levels by a licensed table's own cut-points are those of its column") {
  // The older cut-points of the examples, as a user who holds them would bring them: beside the table's rows.
  const auto examples = worked_examples("pam13/worked_examples_levels.csv");
  ScoringChoices choices;
  std::vector<double> first;
  for (const Example& example : examples) {
    if (example.at("score").empty() || example.at("score") == "100.0") continue;
    first.push_back(*parse_number(example.at("score")));
  }
  choices.table = table_with(first);
  choices.table->rows.back().second = 100;
  for (const auto& [raw, score] : choices.table->rows)
    choices.table->levels.emplace_back(score <= 47.04 ? "1" : score <= 55.1 ? "2" : score <= 67.0 ? "3" : "4");
  choices.choices["levels"] = "table";
  const Scorer scorer("pam-13", choices);
  int raw = 13;
  for (const Example& example : examples) {
    if (example.at("score").empty()) continue;
    INFO(example.at("score"));
    const auto scores = scorer.score(answers_with_sum(example.at("score") == "100.0" ? 52 : raw++));
    CHECK(scores.at("level").text == example.at("level_older"));
  }
}
