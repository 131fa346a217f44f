#include "pipeline/score_texts.hpp"
#include "support/catch.hpp"

#include <limits>

using namespace joinedup;

namespace {

std::string appended(ScoreTexts& texts, const ScoreColumn& column, double value, ScoreStatus status) {
  TextBuffer out;
  texts.append(out, 0, column, value, status);
  return std::string(out.view());
}

constexpr double none = std::numeric_limits<double>::quiet_NaN();

} // namespace

TEST_CASE("a score that was written before is written the same again") {
  ScoreColumn column;
  column.decimals = 3;
  ScoreTexts texts;
  for (int again = 0; again < 2; ++again) {
    CHECK(appended(texts, column, 0.5, ScoreStatus::ok) == "0.500,ok,");
    CHECK(appended(texts, column, 0.5, ScoreStatus::prorated) == "0.500,prorated,");
    CHECK(appended(texts, column, none, ScoreStatus::missing) == ",missing,");
    CHECK(appended(texts, column, none, ScoreStatus::not_applicable) == ",not_applicable,");
    CHECK(appended(texts, column, -0.594, ScoreStatus::ok) == "-0.594,ok,");
  }
}

TEST_CASE("more scores than are remembered, and texts too long for it, are written whole") {
  ScoreColumn number, text;
  text.is_text = true;
  text.texts = {"short", "a long text, with a comma"};
  ScoreTexts numbers, words;
  for (int again = 0; again < 2; ++again) {
    for (int value = 0; value < 5000; ++value)
      REQUIRE(appended(numbers, number, value, ScoreStatus::ok) == std::to_string(value) + ",ok,");
    CHECK(appended(words, text, 0, ScoreStatus::ok) == "short,ok,");
    CHECK(appended(words, text, 1, ScoreStatus::ok) == "\"a long text, with a comma\",ok,");
  }
}
