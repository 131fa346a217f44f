// Person measures of the partial-credit model against base R (tests/oracle/data/new_instrument/partial_credit.R).
#include "support/worked_examples.hpp"

using namespace joinedup;
using namespace joinedup::test;

namespace {

const std::string definition = R"({"id": "pc", "version": "1", "title": "Partial credit", "licence": "none",
 "items": [{"id": "a", "label": "A", "range": [0, 2]}, {"id": "b", "label": "B", "range": [0, 3]},
  {"id": "c", "label": "C", "range": [0, 1]}],
 "scores": [{"id": "theta", "label": "Theta", "items": ["a", "b", "c"],
  "steps": [{"do": "rasch", "thresholds": [[-1.2, 0.4], [-0.5, 0.1, 1.3], [0.8]], "extreme_adjustment": 0.3}]}],
 "missing_rules": [{"name": "one_may_lack", "may_lack": 1}]})";

} // namespace

TEST_CASE("partial credit measures agree with the likelihood in R") {
  auto read = read_instrument(definition, "pc.json");
  REQUIRE(read);
  const Scorer scorer(std::move(*read));
  const auto rows = worked_examples("new_instrument/partial_credit.csv");
  REQUIRE(rows.size() == 50);
  for (const Example& row : rows) {
    CAPTURE(row.at("a"), row.at("b"), row.at("c"));
    std::map<std::string, AnswerCode> answers;
    for (const std::string item : {"a", "b", "c"})
      answers[item] = code_of(row.at(item));
    const Cell cell = scorer.score(answers).at("theta");
    check_number(cell, row.at("theta"),
                 2e-6); // optimize() finds a maximum to about the square root of a double's precision
    const bool complete = !row.at("a").empty() && !row.at("b").empty() && !row.at("c").empty();
    CHECK(cell.status == (complete ? "ok" : "prorated"));
  }
}
