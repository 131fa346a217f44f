// What is legal in a definition and suspicious, with the whole message and the place.
#include "base/render.hpp"
#include "definitions/instrument.hpp"
#include "definitions/instrument_doubts.hpp"
#include "said.hpp"
#include "support/catch.hpp"

#include <filesystem>

using namespace joinedup;

namespace {

const std::string items = R"([{"id": "a", "label": "A", "range": [1, 5]}, {"id": "b", "label": "B", "range": [1, 5]}])";
const std::string scores = R"([{"id": "s", "label": "S", "items": ["a", "b"], "steps": [{"do": "sum"}]}])";

/// Line 2 holds the items, line 3 the scores, line 4 what comes after them.
std::string doubts(const std::string& of_items, const std::string& of_scores, const std::string& more = "") {
  const std::string text = R"({"id": "x", "version": "1", "title": "X", "licence": "none",)"
                           "\n\"items\": " +
                           of_items + ",\n\"scores\": " + of_scores + (more.empty() ? "" : ",\n" + more) + "}";
  const auto read = read_instrument(text, "x.json");
  INFO(render_text(read.diagnostics));
  REQUIRE(read);
  const auto source = parse_json(text, "x.json");
  return render_text(read.diagnostics) + render_text(instrument_doubts(*read, *source));
}

} // namespace

TEST_CASE("a plain definition raises no doubt") { CHECK(doubts(items, scores) == ""); }

TEST_CASE("shipped definitions and examples raise no doubt") {
  for (const std::string folder :
       {JOINEDUP_SOURCE "/instruments", JOINEDUP_SOURCE "/examples/new_instrument/definitions"}) {
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      const std::string name = entry.path().filename().string();
      if (entry.path().extension() != ".json" || name == "simulation.json") continue;
      const std::string text = joinedup::test::text_of(entry.path().string());
      const auto read = read_instrument(text, name);
      CHECK(render_text(read.diagnostics) == "");
      REQUIRE(read);
      CHECK(render_text(instrument_doubts(*read, *parse_json(text, name))) == "");
    }
  }
}

TEST_CASE("an item that no score uses is doubted") {
  CHECK(doubts(R"([{"id": "a", "label": "A", "range": [1, 5]},
 {"id": "b", "label": "B", "range": [1, 5]}])",
               R"([{"id": "s", "label": "S", "items": ["a"], "steps": [{"do": "sum"}]}])") ==
        "x.json:3:2: warning[J537]: item \"b\" is in no score\n"
        "  hint: name it in the items of a score, or write \"scored\": false\n");
  CHECK(
      doubts(
          R"([{"id": "a", "label": "A", "range": [1, 5]}, {"id": "b", "label": "B", "range": [1, 5], "scored": false}])",
          R"([{"id": "s", "label": "S", "items": ["a"], "steps": [{"do": "sum"}]}])") == "");
  CHECK(doubts(items, scores, R"("derived": [{"id": "d", "label": "D", "items": ["a"], "steps": [{"do": "take"}]}])") ==
        "x.json:4:13: warning[J537]: derived item \"d\" is in no score\n"
        "  hint: name it in the items of a score, or take it out\n");
}

TEST_CASE("a table that skips a row is doubted") {
  CHECK(doubts(items, scores, R"("tables": [{"id": "t", "rows": [[2, 0], [3, 1], [4, 2], [6, 4], [7, 5]]}])") ==
        "x.json:4:57: warning[J538]: table \"t\" goes from 4 to 6, and by 1 elsewhere\n"
        "  hint: is a row missing? Scores between these rows are not in the table\n");
  // a table for reading between its rows has no usual step
  CHECK(doubts(items, scores, R"("tables": [{"id": "t", "rows": [[2, 0], [3, 1], [5, 2], [9, 4]]}])") == "");
}

TEST_CASE("words that a cell could mean twice are doubted") {
  const std::string head = R"([{"id": "a", "label": "A", "options": [{"code": 1, "label": "a bit"}, )";
  const std::string tail = R"(]}, {"id": "b", "label": "B", "range": [1, 5]}])";
  CHECK(doubts(head + R"({"code": 2, "label": "A-bit"})" + tail, scores) ==
        "x.json:2:101: warning[J540]: \"A-bit\" (code 2) and \"a bit\" (code 1) differ in marks only\n"
        "  hint: a cell with other spaces or punctuation could mean either: tell them apart by a word\n");
  CHECK(doubts(head + R"({"code": 2, "label": "much", "aliases": ["lots", "1"]})" + tail, scores) ==
        "x.json:2:129: warning[J540]: \"1\" labels code 2 and is the code of another option\n"
        "  hint: a cell that holds it could mean either: take this label out\n");
  CHECK(doubts(R"([{"id": "a", "label": "A", "options": [{"code": 1, "label": "none"}], "not_applicable": ["none"]},
 {"id": "b", "label": "B", "range": [1, 5]}])",
               scores) == "x.json:2:99: warning[J540]: \"none\" of item \"a\" is a label of code 1 too\n"
                          "  hint: keep it in one place: as an answer, or as a word for none\n");
}

TEST_CASE("an item that is reversed twice is doubted") {
  CHECK(doubts(items, R"([{"id": "s", "label": "S", "items": ["a", "b"], "steps": [
 {"do": "reverse", "items": ["a", "b", "a"]}, {"do": "sum"}]}])") ==
        "x.json:4:40: warning[J541]: item \"a\" is reversed twice, first in line 4\n"
        "  hint: in one list the second does nothing, in a second step it undoes the first: keep one\n");
  CHECK(doubts(items, R"([{"id": "s", "label": "S", "items": ["a", "b"], "steps": [
 {"do": "reverse", "items": ["a"]},
 {"do": "reverse", "items": "a"}, {"do": "sum"}]}])") ==
        "x.json:5:29: warning[J541]: item \"a\" is reversed twice, first in line 4\n"
        "  hint: in one list the second does nothing, in a second step it undoes the first: keep one\n");
}

TEST_CASE("a missing rule that can never apply is doubted") {
  const std::string hint =
      "  hint: scores with \"missing\": \"complete\", or with too few items for the rule, do not follow it\n";
  CHECK(doubts(items, scores, R"("missing_rules": [{"name": "most", "minimum_share": 0.9}])") ==
        "x.json:4:19: warning[J542]: missing rule \"most\" can never apply: every score needs all of its items under "
        "it\n" +
            hint);
  CHECK(doubts(items,
               R"([{"id": "s", "label": "S", "items": ["a", "b"], "missing": "complete", "steps": [{"do": "sum"}]}])",
               R"("missing_rules": [{"name": "one", "may_lack": 1}])") ==
        "x.json:4:19: warning[J542]: missing rule \"one\" can never apply: every score needs all of its items under "
        "it\n" +
            hint);
  CHECK(doubts(items, scores, R"("missing_rules": [{"name": "all", "may_lack": 2}])") ==
        "x.json:4:19: warning[J542]: missing rule \"all\" lets 2 items lack, as many as a score has\n"
        "  hint: one answer would stand for all: let fewer items lack, or write \"minimum_share\"\n");
  CHECK(doubts(items, scores,
               R"("missing_rules": [{"name": "none", "may_lack": 0}, {"name": "one", "may_lack": 1}])") == "");
}

TEST_CASE("bands that overlap or leave a gap are doubted where they stand") {
  CHECK(doubts(items, scores, R"("band_schemes": [{"id": "b", "bands": [{"label": "low", "low": 2, "high": 5},
 {"label": "high", "low": 5, "high": 10}]}])") ==
        "x.json:5:2: warning[J535]: band \"high\" begins at 5, inside or before band \"low\" that ends at 5\n"
        "  hint: begin it at 6: of two bands that hold a score the first counts\n");
  CHECK(doubts(items, scores, R"("band_schemes": [{"id": "b", "bands": [{"label": "low", "low": 2, "high": 5},
 {"label": "high", "low": 7, "high": 10}]}])") ==
        "x.json:5:2: warning[J536]: band \"high\" begins at 7, band \"low\" ends at 5: scores between are in no band\n"
        "  hint: begin it at 6, or write \"gaps\": true where it was published so\n");
  CHECK(doubts(items, scores,
               R"("band_schemes": [{"id": "b", "gaps": true, "bands": [{"label": "low", "low": 2, "high": 5},
 {"label": "high", "low": 7, "high": 10}]}])") == "");
}

TEST_CASE("a source that is not defined is told where it is named") {
  const auto read = read_instrument(R"({"id": "x", "version": "1", "title": "X", "licence": "none",
"sources": [{"id": "smith09", "citation": "Smith 2009"}],
"items": [{"id": "a", "label": "A", "range": [1, 5]}],
"scores": [{"id": "s", "label": "S", "items": ["a"], "steps": [{"do": "sum"}],
 "sources": ["smith09", "smith90"]}]})",
                                    "x.json");
  CHECK(joinedup::test::said(read) ==
        "x.json:5:25: error[J503]: no source \"smith90\"\n  hint: did you mean smith09?\n");
}
