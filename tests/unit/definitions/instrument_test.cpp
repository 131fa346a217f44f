// Every fault of an instrument definition with its whole message and place.
#include "definitions/instrument.hpp"
#include "said.hpp"
#include "support/catch.hpp"

#include <filesystem>

using namespace joinedup;
using joinedup::test::said;

namespace {

const std::string item = R"({"id": "a", "label": "A", "range": [1, 5]})";
const std::string score = R"({"id": "s", "label": "S", "items": ["a"], "steps": [{"do": "sum"}]})";

/// Line 1 is the head, line 2 the items, line 3 the scores, line 4 what comes after them.
std::string definition(const std::string& items, const std::string& scores, const std::string& more = "") {
  return R"({"id": "x", "version": "1", "title": "X", "licence": "none",)"
         "\n\"items\": [" +
         items + "],\n\"scores\": [" + scores + "]" + (more.empty() ? "" : ",\n" + more) + "}";
}

std::string said_of(const std::string& items, const std::string& scores = score, const std::string& more = "") {
  return said(read_instrument(definition(items, scores, more), "x.json"));
}

} // namespace

TEST_CASE("an instrument is read as it is written") {
  const auto read = read_instrument(joinedup::test::shipped("p3ceq.json"), "p3ceq.json");
  REQUIRE(said(read) == "");
  CHECK(read->id == "p3ceq");
  CHECK(read->items.size() == 15);
  CHECK(read->item("p3ceq_7a")->accepts(3));
  CHECK_FALSE(read->item("p3ceq_7a")->accepts(1));
  CHECK(read->item("p3ceq_1")->catch_all.at("not sure") == 0);
  CHECK_FALSE(read->item("p3ceq_11")->scored);
  CHECK(read->scores.at(2).low == 0.0);
  CHECK(read->scores.at(2).high == 30.0);
  CHECK(read->missing_rules.at(1).minimum_share == 0.5);
  CHECK(read->choices.at(0).fallback == "mean_of_four");
  CHECK(read->file == "p3ceq.json");
}

TEST_CASE("all shipped instruments are read without a word") {
  for (const std::string id : {"p3ceq", "eq-5d-3l", "eq-5d-5l", "wemwbs", "swemwbs", "pam-13", "fft"}) {
    CAPTURE(id);
    CHECK(said(read_instrument(joinedup::test::shipped(id + ".json"), id)) == "");
  }
}

TEST_CASE("faults of items are told with their places") {
  CHECK(said_of(item + "," + item) == "x.json:2:61: error[J507]: item \"a\" is given twice, first in line 2\n");
  CHECK(said_of(R"({"id": "a", "label": "A"})") ==
        "x.json:2:18: error[J506]: item \"a\" has neither \"options\" nor \"range\", expected one of them\n");
  CHECK(said_of(R"({"id": "a", "label": "A", "options": [{"code": 1, "label": "one"}], "range": [1, 2]})") ==
        "x.json:2:88: error[J506]: item \"a\" has both \"options\" and \"range\", expected one of them\n");
  CHECK(said_of(R"({"id": "a", "label": "A", "range": [5, 1]})") ==
        "x.json:2:46: error[J506]: \"range\" is not as expected: two numbers, the lower first\n");
  CHECK(said_of(R"({"id": "a", "label": "A", "options": "agre"})", score,
                R"("option_sets": {"agree": [{"code": 1, "label": "one"}]})") ==
        "x.json:2:48: error[J503]: no option set \"agre\"\n  hint: did you mean agree?\n");
}

TEST_CASE("codes and labels of options must each stand for one answer") {
  CHECK(
      said_of(R"({"id": "a", "label": "A", "options": [{"code": 1, "label": "one"}, {"code": 1, "label": "two"}]})") ==
      "x.json:2:48: error[J507]: code 1 is given twice in \"options\"\n");
  CHECK(
      said_of(
          R"({"id": "a", "label": "A", "options": [{"code": 1, "label": "one"}, {"code": 2, "label": "two", "aliases": ["One"]}]})") ==
      "x.json:2:48: error[J507]: \"One\" labels both code 1 and code 2\n");
}

TEST_CASE("faults of scores are told with near names") {
  CHECK(said_of(item, R"({"id": "s", "label": "S", "items": ["a", "a", "bb"], "steps": []})") ==
        "x.json:3:53: error[J507]: item \"a\" is named twice\n"
        "x.json:3:58: error[J503]: no item \"bb\"\n  hint: one of a\n"
        "x.json:3:74: error[J506]: \"steps\" is an empty list, expected at least one step\n");
  CHECK(said_of(item, score + "," + score) ==
        "x.json:3:87: error[J507]: score \"s\" is given twice, first in line 3\n");
  CHECK(
      said_of(item, R"({"id": "s", "label": "S", "items": ["a"], "steps": [{"op": "sum"}], "direction": "hihger"})") ==
      "x.json:3:64: error[J504]: \"do\" is missing, expected the name of an operation\n"
      "x.json:3:93: error[J506]: \"direction\" is \"hihger\", expected one of higher, lower, none\n"
      "  hint: did you mean higher?\n");
  CHECK(
      said_of(
          item,
          R"({"id": "s", "label": "S", "items": ["a"], "steps": [{"do": "sum"}], "needs": ["levels"], "sources": ["z"]})") ==
      "x.json:3:89: error[J503]: no choice \"levels\" to need\n"
      "x.json:3:113: error[J503]: no source \"z\"\n");
}

TEST_CASE("bands must follow one another and tables must rise") {
  CHECK(said_of(item, score,
                R"("band_schemes": [{"id": "b", "decimals": 1, "bands": [{"label": "low", "low": 0, "high": 1.4},
{"label": "high", "low": 1.6, "high": 1.5}]}],
"tables": [{"id": "t", "rows": [[1, 2],
[1, 3],
[2]]}])") ==
        "x.json:5:1: error[J506]: band \"high\" runs from 1.6 to 1.5, expected the lower first\n"
        "x.json:5:1: warning[J536]: band \"high\" begins at 1.6, band \"low\" ends at 1.4: scores between are in no "
        "band\n"
        "  hint: begin it at 1.5, or write \"gaps\": true where it was published so\n"
        "x.json:7:1: error[J506]: row 1 does not rise above 1\n"
        "x.json:8:1: error[J506]: \"rows[3]\" is not as expected: two numbers, from and to\n");
}

TEST_CASE("missing rules have one limit and choices keep to their values") {
  CHECK(said_of(item, score, R"("missing_rules": [{"name": "r", "may_lack": 1, "minimum_share": 0.5},
{"name": "min", "numbers": [1, 3], "default": 2},
{"name": "t", "minimum_share": 2}],
"choices": [{"id": "c", "label": "C", "values": ["p", "q"], "default": "r"}],
"user_table": {"raw": [1, 3], "scores": [0, 1]})") ==
        "x.json:4:28: error[J506]: rule \"r\" has 2 limits, expected one of minimum_share, may_lack, numbers\n"
        "x.json:5:10: error[J506]: \"name\" is \"min\", expected an N at its end for \"numbers\"\n"
        "x.json:6:32: error[J506]: \"minimum_share\" is 2, expected above 0, at most 1\n"
        "x.json:7:72: error[J506]: \"default\" is \"r\", expected one of p, q\n"
        "  hint: did you mean p?\n"
        "x.json:8:15: error[J504]: \"what\" is missing, expected a text\n");
}

TEST_CASE("unknown members are refused, and every fault of a text is told at once") {
  CHECK(said(read_instrument(R"({"id": "x y", "title": "X", "licence": "none",
"itmes": [], "scores": [{"id": "s", "label": "S", "items": [], "steps": [{"do": 1}], "step": 2}]})",
                             "x.json")) ==
        "x.json:1:1: error[J504]: \"version\" is missing, expected a text\n"
        "x.json:1:1: error[J504]: \"items\" is missing, expected a list of objects\n"
        "x.json:1:8: error[J506]: \"id\" is \"x y\", expected letters, digits, - and _ only\n"
        "x.json:2:1: error[J502]: unknown member \"itmes\"\n"
        "  hint: did you mean items?\n"
        "x.json:2:81: error[J504]: \"do\" is a number, expected a text\n"
        "x.json:2:86: error[J502]: unknown member \"step\"\n"
        "  hint: did you mean steps?\n");
}

TEST_CASE("a text that is no JSON is refused with its place") {
  CHECK(said(read_instrument("{\"id\": }", "x.json")).substr(0, 25) == "x.json:1:8: error[J501]: ");
}

TEST_CASE("the instrument reader refuses what its schema refuses") {
  int seen = 0;
  for (const auto& entry : std::filesystem::directory_iterator(JOINEDUP_TESTS "/schema/broken")) {
    const std::string name = entry.path().filename().string();
    if (name.rfind("instrument-", 0) != 0) continue;
    CAPTURE(name);
    CHECK_FALSE(read_instrument(joinedup::test::text_of(entry.path().string()), name).value.has_value());
    ++seen;
  }
  CHECK(seen == 8);
}

TEST_CASE("what can be read of a faulty definition is at hand for those who look at its steps") {
  const std::string faulty = R"({"id": "x", "version": "1", "title": "X", "lisence": "none", "items": [)" + item +
                             "], \"scores\": [" + score + "]}";
  CHECK_FALSE(read_instrument(faulty, "x.json").value.has_value());
  const auto draft = instrument_draft(faulty, "x.json");
  REQUIRE(draft);
  CHECK(draft->scores.at(0).steps.at(0).operation == "sum");
  CHECK_FALSE(instrument_draft("{", "x.json"));
  CHECK_FALSE(instrument_draft("[]", "x.json"));
  // an item without codes: nothing could be compiled
  CHECK_FALSE(instrument_draft(R"({"items": [{"id": "a", "label": "A"}], "scores": []})", "x.json"));
}
