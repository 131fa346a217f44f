#include "support/worked_examples.hpp"

using namespace joinedup;
using namespace joinedup::test;

namespace {

/// Words of the examples as statuses of the contract (RULINGS R31).
bool status_agrees(const std::string& status, const std::string& expected, bool any_invalid) {
  if (expected == "ok") return status == "ok";
  if (expected == "imputed") return status == "prorated";
  if (expected == "invalid_response") return status == "invalid";
  return status == (any_invalid ? "invalid" : "missing"); // missing_items, too_many_missing
}

const std::vector<int> short_items = {1, 2, 3, 6, 7, 9, 11};

} // namespace

TEST_CASE("all WEMWBS and SWEMWBS worked examples come out as worked by hand") {
  const auto examples = worked_examples("wemwbs/worked_examples.csv");
  REQUIRE(examples.size() == 46);
  for (const Example& example : examples) {
    INFO(example.at("id"));
    const bool is_short = example.at("instrument") == "SWEMWBS7";
    ScoringChoices choices;
    choices.missing_rule = example.at("policy");
    const Scorer scorer(is_short ? "swemwbs" : "wemwbs", choices);
    std::map<std::string, AnswerCode> answers;
    bool any_invalid = false;
    for (int i = 1; i <= (is_short ? 7 : 14); ++i) {
      const int number = is_short ? short_items[static_cast<std::size_t>(i - 1)] : i;
      const AnswerCode code = code_of(example.at("i" + std::to_string(i)));
      any_invalid = any_invalid || (code != answer::missing && (code < 1 || code > 5));
      answers["wemwbs_" + std::to_string(number)] = code;
    }
    const auto scores = scorer.score(answers);
    const Cell& sum = scores.at(is_short ? "raw" : "total");
    check_number(sum, example.at("expected_raw_total"), 0.0001);
    CHECK(status_agrees(sum.status, example.at("expected_status"), any_invalid));
    CHECK(scores.at("band").text == example.at("expected_band"));
    if (is_short)
      check_number(scores.at("metric"), example.at("expected_metric"), 0.0001);
    else
      CHECK(scores.at("screen").text == example.at("expected_screen"));
  }
}
