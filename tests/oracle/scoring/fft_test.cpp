#include "support/worked_examples.hpp"

using namespace joinedup;
using namespace joinedup::test;

TEST_CASE("record rows of the Friends and Family worked examples score as expected") {
  const Scorer scorer("fft");
  int checked = 0;
  for (const Example& example : worked_examples("fft/worked_examples.csv")) {
    if (example.at("level") != "record") continue;
    INFO(example.at("id"));
    // F24 and F25 hold counts of one response, F26 and F27 the cell itself in c1.
    AnswerCode code = code_of(example.at("c1"));
    if (example.at("expected_status") == "ok") {
      for (const char* column : {"c1", "c2", "c3", "c4", "c5", "c6_dont_know"}) {
        if (example.at(column) == "1") code = static_cast<AnswerCode>(column[1] - '0');
      }
    }
    const auto scores = scorer.score({{"fft_1", code}});
    check_number(scores.at("positive"), example.at("expected_pct_positive"), 1e-12);
    check_number(scores.at("negative"), example.at("expected_pct_negative"), 1e-12);
    if (example.at("expected_status") == "invalid_response") CHECK(scores.at("positive").status == "invalid");
    if (example.at("expected_status") == "no_answer") CHECK(scores.at("positive").status == "missing");
    ++checked;
  }
  CHECK(checked == 4);
}
