// A questionnaire that exists only as JSON, and every fault of its steps. Expectations are worked by hand.
#include "base/render.hpp"
#include "support/scorer.hpp"

using namespace joinedup;
using namespace joinedup::test;

namespace {

std::string definition(const std::string& scores, const std::string& more = "") {
  return R"({"id": "six", "version": "1", "title": "Six", "licence": "none",
 "items": [{"id": "a", "label": "A", "range": [1, 5]}, {"id": "b", "label": "B", "range": [1, 5]},
  {"id": "c", "label": "C", "range": [0, 10]}],
 )" + more +
         "\"scores\": [\n" + scores + "\n]}";
}

Instrument instrument(const std::string& scores, const std::string& more = "") {
  auto read = read_instrument(definition(scores, more), "six.json");
  INFO(render_text(read.diagnostics));
  REQUIRE(read);
  return std::move(*read);
}

std::map<std::string, Cell> score(const std::string& scores, const std::map<std::string, AnswerCode>& answers,
                                  const std::string& more = "") {
  return Scorer(instrument(scores, more)).score(answers);
}

std::string faults(const std::string& scores) {
  return render_text(ScoringPlan::compile(instrument(scores), {}, {}).diagnostics);
}

} // namespace

TEST_CASE("reversed items count from the other end") {
  const auto scores = score(
      R"({"id": "s", "label": "S", "items": ["a", "b"], "steps": [{"do": "reverse", "items": ["b"]}, {"do": "sum"}]})",
      {{"a", 5}, {"b", 1}});
  CHECK(scores.at("s").text == "10");
}

TEST_CASE("recoded items take the values given") {
  const auto scores = score(R"({"id": "s", "label": "S", "items": ["a", "b"],
 "steps": [{"do": "recode", "items": ["a", "b"], "values": {"1": 10, "5": 0.5}}, {"do": "sum"}]})",
                            {{"a", 1}, {"b", 5}});
  CHECK(scores.at("s").text == "10.5");
}

TEST_CASE("means stretch to another range by a straight line") {
  const auto scores = score(R"({"id": "s", "label": "S", "items": ["a", "b"],
 "steps": [{"do": "mean"}, {"do": "rescale", "from": [1, 5], "to": [0, 100]}, {"do": "round", "decimals": 0}]})",
                            {{"a", 2}, {"b", 5}});
  CHECK(scores.at("s").text == "63"); // mean 3.5 -> 62.5 -> half up
}

TEST_CASE("a range follows from the items where the definition gives none") {
  const Scorer scorer(instrument(R"({"id": "s", "label": "S", "items": ["a", "c"],
 "steps": [{"do": "mean"}, {"do": "rescale", "from": [0, 10], "to": [100, 0]}]})"));
  CHECK(scorer.plan().columns().front().low == 25.0); // mean runs from 0.5 to 7.5
  CHECK(scorer.plan().columns().front().high == 95.0);
}

TEST_CASE("tables are read between rows only where told") {
  const std::string table = R"("tables": [{"id": "t", "rows": [[2, 0], [4, 10], [6, 30]]}],)";
  const std::string head =
      R"({"id": "s", "label": "S", "items": ["a", "b"], "steps": [{"do": "sum"}, {"do": "lookup", "table": "t")";
  CHECK(score(head + "}]}", {{"a", 2}, {"b", 2}}, table).at("s").text == "10");
  CHECK(score(head + "}]}", {{"a", 2}, {"b", 3}}, table).at("s").status == "missing");
  CHECK(score(head + R"(, "between": "interpolate"}]})", {{"a", 2}, {"b", 3}}, table).at("s").text == "20");
  CHECK(score(head + R"(, "between": "interpolate"}]})", {{"a", 5}, {"b", 5}}, table).at("s").status == "missing");
}

TEST_CASE("a partial credit model takes thresholds of its own for each item") {
  // Two items with thresholds -1 and 1: the middle sum 1 of 2 lies at theta 0 by symmetry.
  const std::string two = R"({"id": "s", "label": "S", "items": ["x", "y"],
 "steps": [{"do": "rasch", "thresholds": [[-1], [1]], "intercept": 50, "slope": 10}]})";
  const std::string text = R"({"id": "p", "version": "1", "title": "P", "licence": "none",
 "items": [{"id": "x", "label": "X", "range": [0, 1]}, {"id": "y", "label": "Y", "range": [0, 1]}], "scores": [)" +
                           two + "]}";
  auto read = read_instrument(text, "p.json");
  REQUIRE(read);
  const Scorer scorer(std::move(*read));
  CHECK_THAT(scorer.score({{"x", 1}, {"y", 0}}).at("s").value, WithinAbs(50, 1e-9));
  // Sum 2 moves to 1.7: by symmetry opposite to sum 0 moved to 0.3.
  const double top = scorer.score({{"x", 1}, {"y", 1}}).at("s").value;
  CHECK_THAT(scorer.score({{"x", 0}, {"y", 0}}).at("s").value, WithinAbs(100 - top, 1e-9));
}

TEST_CASE("an unknown operation is refused with its place and the near name") {
  CHECK(faults(R"({"id": "s", "label": "S", "items": ["a"], "steps": [{"do": "summ"}]})") ==
        "six.json:5:53: error[J511]: unknown operation \"summ\"\n  hint: did you mean sum?\n");
}

TEST_CASE("all faults of steps are told at once") {
  CHECK(
      faults(R"({"id": "s", "label": "S", "items": ["a"], "steps": [{"do": "sum", "weight": 2}, {"do": "mean"}]},
{"id": "t", "label": "T", "items": ["a"], "steps": [{"do": "bands", "scheme": "none"}]},
{"id": "u", "label": "U", "items": ["a"], "steps": [{"do": "score", "of": "z"}]},
{"id": "v", "label": "V", "items": ["a"], "steps": [{"do": "reverse", "items": ["b"]}]},
{"id": "w", "label": "W", "items": ["a"], "steps": [{"do": "top_box", "codes": "one"}]})") ==
      "six.json:5:77: error[J512]: step \"sum\" has no parameter \"weight\"\n"
      "  hint: it takes none\n"
      "six.json:5:81: error[J515]: step \"mean\" must come before a value is made\n"
      "six.json:6:53: error[J515]: step \"bands\" needs a value made by a step before it\n"
      "six.json:6:79: error[J514]: step \"bands\": \"scheme\" names \"none\", expected one of this definition\n"
      "six.json:7:75: error[J514]: step \"score\": \"of\" names \"z\", expected a score or derived item defined above\n"
      "  hint: did you mean s?\n"
      "six.json:8:80: error[J514]: step \"reverse\": \"items\" names \"b\", which is not among the items here\n"
      "  hint: did you mean a?\n"
      "six.json:8:53: error[J515]: \"v\" has no step that makes a value\n"
      "  hint: begin with sum, mean, take or another source\n"
      "six.json:9:80: error[J513]: step \"top_box\": \"codes\" is not as expected: a list of numbers\n");
}

TEST_CASE("parameters that are missing are told with what was expected") {
  CHECK(faults(R"({"id": "s", "label": "S", "items": ["a", "b"], "steps": [{"do": "take"}]},
{"id": "t", "label": "T", "items": ["a", "c"], "steps": [{"do": "profile"}]},
{"id": "u", "label": "U", "items": ["a"], "steps": [{"do": "rasch"}]})") ==
        "six.json:5:58: error[J513]: step \"take\": \"item\" is missing, expected the id of one item\n"
        "six.json:6:58: error[J513]: step \"profile\": needs items that are asked, all with the same codes in a row\n"
        "six.json:7:53: error[J513]: step \"rasch\": \"thresholds\" is missing, expected a list for each item, or "
        "\"difficulties\" with \"steps\"\n");
}
