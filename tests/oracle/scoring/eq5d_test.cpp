#include "support/worked_examples.hpp"

using namespace joinedup;
using namespace joinedup::test;

namespace {

const std::vector<std::string> dimensions = {"eq5d_mo", "eq5d_sc", "eq5d_ua", "eq5d_pd", "eq5d_ad"};

std::map<std::string, AnswerCode> state(const std::string& digits) {
  std::map<std::string, AnswerCode> out;
  for (std::size_t d = 0; d < dimensions.size(); ++d)
    out[dimensions[d]] = static_cast<AnswerCode>(digits[d] - '0');
  return out;
}

ScoringChoices with_set(const std::string& id) {
  ScoringChoices out;
  out.value_sets = {id};
  return out;
}

} // namespace

TEST_CASE("every state of the four value sets has exactly the oracle's index") {
  const Scorer tto("eq-5d-3l"), uk("eq-5d-5l", with_set("5L-VT-UK")), england("eq-5d-5l", with_set("5L-VT-England")),
      crosswalk("eq-5d-5l", with_set("5L-CW-UK"));
  const std::map<std::string, const Scorer*> scorers = {
      {"3L-TTO-UK", &tto}, {"5L-VT-UK", &uk}, {"5L-VT-England", &england}, {"5L-CW-UK", &crosswalk}};
  std::map<std::string, int> same;
  std::vector<Example> rows;
  for (const char* family : {"3L-TTO", "5L-VT", "5L-CW"}) {
    for (Example& row : worked_examples(std::string("eq5d/index_") + family + ".csv")) {
      if (scorers.contains(row.at("value_set_id"))) rows.push_back(std::move(row));
    }
  }
  for (const Example& row : rows) {
    const auto scores = scorers.at(row.at("value_set_id"))->score(state(row.at("state")));
    const bool equal = scores.at("index").value == *parse_number(row.at("index"));
    if (!equal) UNSCOPED_INFO(row.at("value_set_id") << " " << row.at("state") << " " << scores.at("index").text);
    if (equal) ++same[row.at("value_set_id")];
    if (scores.at("profile").text != row.at("state")) FAIL_CHECK(row.at("state"));
  }
  CHECK(same == std::map<std::string, int>{
                    {"3L-TTO-UK", 243}, {"5L-VT-UK", 3125}, {"5L-VT-England", 3125}, {"5L-CW-UK", 3125}});
}

TEST_CASE("index goalposts are the ends of the value set in use") {
  const auto ends = [](const Scorer& scorer) {
    const ScoreColumn& column = scorer.plan().columns().back();
    CHECK(column.id == "index");
    return std::pair(column.low.value(), column.high.value());
  };
  CHECK(ends(Scorer("eq-5d-3l")) == std::pair(-0.594, 1.0));
  CHECK(ends(Scorer("eq-5d-5l", with_set("5L-VT-UK"))) == std::pair(-0.567, 1.0));
  CHECK(ends(Scorer("eq-5d-5l", with_set("5L-VT-England"))) == std::pair(-0.285, 1.0));
  CHECK(ends(Scorer("eq-5d-5l", with_set("5L-CW-UK"))) == std::pair(-0.594, 1.0));
}
