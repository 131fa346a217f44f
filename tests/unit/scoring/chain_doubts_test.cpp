// Ranges, bands and tables against what the items can reach.
#include "base/render.hpp"
#include "scoring/chain_doubts.hpp"
#include "support/scorer.hpp"

#include <filesystem>

using namespace joinedup;
using namespace joinedup::test;

namespace {

std::string doubts_of(const Instrument& instrument) {
  return render_text(chain_doubts(instrument, shipped_value_sets(), [](std::size_t score, std::string_view member) {
    return Position{std::string(member), score + 1, 0, ""};
  }));
}

/// Two items of 1 to 5. Line 2 holds the scores, line 3 what comes after them.
std::string doubts(const std::string& scores, const std::string& more = "") {
  const std::string text = R"({"id": "x", "version": "1", "title": "X", "licence": "none",
 "items": [{"id": "a", "label": "A", "range": [1, 5]}, {"id": "b", "label": "B", "range": [1, 5]}], "scores": [
)" + scores + "]" + (more.empty() ? "" : ",\n" + more) +
                           "}";
  auto read = read_instrument(text, "x.json");
  INFO(render_text(read.diagnostics));
  REQUIRE(read);
  return doubts_of(*read);
}

const std::string head = R"({"id": "s", "label": "S", "items": ["a", "b"], )";

} // namespace

TEST_CASE("a range that the items pass or cannot fill is doubted") {
  CHECK(doubts(head + R"("range": [2, 10], "steps": [{"do": "sum"}]})") == "");
  CHECK(doubts(head + R"("range": [0, 10], "steps": [{"do": "sum"}]})") ==
        "range:1: warning[J539]: the range of \"s\" is 0 to 10, and its items reach 2 to 10\n"
        "  hint: part of the range cannot be reached: mend the range, the items or the steps\n");
  CHECK(doubts(head + R"("range": [2, 8], "steps": [{"do": "sum"}]})") ==
        "range:1: warning[J539]: the range of \"s\" is 2 to 8, and its items reach 2 to 10\n"
        "  hint: scores outside the range are possible: mend the range, the items or the steps\n");
  CHECK(doubts(head +
               R"("range": [0, 100], "steps": [{"do": "sum"}, {"do": "rescale", "from": [2, 10], "to": [0, 100]}]})") ==
        "");
}

TEST_CASE("a score that starts from another is followed down to the items") {
  CHECK(doubts(head + R"("steps": [{"do": "sum"}]}, {"id": "t", "label": "T", "items": ["a"], "range": [0, 50],
 "steps": [{"do": "score", "of": "s"}, {"do": "rescale", "from": [2, 10], "to": [0, 100]}]})") ==
        "range:2: warning[J539]: the range of \"t\" is 0 to 50, and its items reach 0 to 100\n"
        "  hint: scores outside the range are possible: mend the range, the items or the steps\n");
}

TEST_CASE("a table that lacks a sum is doubted") {
  const std::string lookup = head + R"("steps": [{"do": "sum"}, {"do": "lookup", "table": "t"}]})";
  CHECK(
      doubts(lookup, R"("tables": [{"id": "t", "rows": [[2, 1], [3, 2], [4, 3], [5, 4], [6, 5], [7, 6], [8, 7], [9, 8],
 [10, 9]]}])") == "");
  CHECK(
      doubts(lookup, R"("tables": [{"id": "t", "rows": [[2, 1], [3, 2], [4, 3], [5, 4], [6, 5], [7, 6], [8, 7]]}])") ==
      "x.json:3:73: warning[J538]: table \"t\" lacks 2 of the sums from 2 to 10 that the items reach, the first 9\n"
      "  hint: records with such a sum get no score: complete the table, or mend the items\n");
}

TEST_CASE("bands beside what the score can be are doubted") {
  const std::string banded = head + R"("steps": [{"do": "sum"}, {"do": "bands", "scheme": "b"}]})";
  CHECK(doubts(banded, R"("band_schemes": [{"id": "b", "bands": [{"label": "low", "low": 2, "high": 5},
 {"label": "high", "low": 6, "high": 10}]}])") == "");
  CHECK(doubts(banded, R"("band_schemes": [{"id": "b", "bands": [{"label": "low", "low": 2, "high": 5},
 {"label": "high", "low": 6, "high": 9}]}])") ==
        "x.json:4:18: warning[J543]: bands \"b\" of \"s\": they run from 2 to 9, and the score from 2 to 10\n"
        "  hint: scores outside all bands have none: let the first and last band reach the ends\n");
  CHECK(doubts(banded, R"("band_schemes": [{"id": "b", "bands": [{"label": "low", "low": 0, "high": 5},
 {"label": "high", "low": 6, "high": 12}]}])") ==
        "x.json:4:18: warning[J543]: bands \"b\" of \"s\": they run from 0 to 12, beyond the score's 2 to 10\n"
        "  hint: is this the scheme of another version, or a step missing?\n");
}

TEST_CASE("scores of shipped definitions and examples raise no doubt") {
  for (const std::string folder :
       {JOINEDUP_SOURCE "/instruments", JOINEDUP_SOURCE "/examples/new_instrument/definitions"}) {
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      if (entry.path().extension() != ".json" || entry.path().filename() == "simulation.json") continue;
      const auto read = read_instrument(file_text(entry.path().string()), entry.path().filename().string());
      REQUIRE(read);
      CAPTURE(read->id);
      CHECK(doubts_of(*read) == "");
    }
  }
}
