// Codings of answers, tables of counts and levels of licensed tables: what is read, and every fault with its place.
#include "definitions/instrument.hpp"
#include "definitions/tables.hpp"
#include "said.hpp"
#include "support/catch.hpp"

using namespace joinedup;
using joinedup::test::said;

namespace {

/// Line 2 holds what is under test.
std::string definition(const std::string& more) {
  return R"({"id": "x", "version": "1", "title": "X", "licence": "none", "items": [{"id": "a", "label": "A", "range": [1, 2],)"
         R"( "catch_all": {"score": 1, "words": ["unsure"]}}, {"id": "b", "label": "B", "range": [1, 2]}], "scores": [{"id": "s",)"
         R"( "label": "S", "items": ["a", "b"], "steps": [{"do": "sum"}]}], "choices": [{"id": "c", "label": "C", "values":)"
         R"( ["one", "two"], "default": "one"}],)"
         "\n" +
         more + "}";
}

std::string said_of(const std::string& more) { return said(read_instrument(definition(more), "x.json")); }

} // namespace

TEST_CASE("a coding is read as cell texts in lower case with their codes") {
  const auto read = read_instrument(
      definition(
          R"("codings": [{"choice": "c", "value": "two", "items": {"a": {"5": 1, "Good": 2, "9": "catch_all"}}}])"),
      "x.json");
  REQUIRE(said(read) == "");
  const CodedCells& cells = read->codings.at(0).items.at("a");
  CHECK(cells.codes == std::map<std::string, int>{{"5", 1}, {"good", 2}});
  CHECK(cells.catch_all == std::vector<std::string>{"9"});
}

TEST_CASE("faults of codings are told with their places") {
  CHECK(said_of(R"("codings": [{"choice": "d", "value": "two", "items": {"a": {"5": 1}}}])") ==
        "x.json:2:24: error[J503]: no choice \"d\"\n  hint: did you mean c?\n");
  CHECK(said_of(R"("codings": [{"choice": "c", "value": "three", "items": {"a": {"5": 1}}}])") ==
        "x.json:2:38: error[J503]: no value \"three\" of choice \"c\"\n  hint: one of one, two\n");
  CHECK(said_of(R"("codings": [{"choice": "c", "value": "two", "items": {"a": {"5": 3}}}])") ==
        "x.json:2:66: error[J506]: 3 is no code of item \"a\"\n");
  CHECK(said_of(R"("codings": [{"choice": "c", "value": "two", "items": {"b": {"5": "catch_all"}}}])") ==
        "x.json:2:66: error[J506]: item \"b\" has no \"catch_all\" that says what it scores\n");
}

TEST_CASE("a table of counts must name an item and how organisations are headed") {
  CHECK(said_of(R"("counts": {"item": "z", "unit": ["Code"]})") ==
        "x.json:2:20: error[J503]: no item \"z\"\n  hint: did you mean a?\n");
  CHECK(said_of(R"("counts": {"item": "a"})") ==
        "x.json:2:11: error[J504]: \"unit\" is missing, expected headings of the organisation's code\n");
  CHECK(
      said_of(
          R"("counts": {"item": "a", "unit": ["Code"], "independent": {"choice": "d", "value": "x", "name_has": ["NHS"], "code": "I", "label": "I"}})") ==
      "x.json:2:69: error[J503]: no choice \"d\"\n");
}

TEST_CASE("a licensed table may hold levels, one in every row and each in one run") {
  const auto table = read_score_table("raw,activation,Level\n13,0,1\n14,2.5,1\n15,5,2\n", "p.csv");
  REQUIRE(table);
  CHECK(table->levels == std::vector<std::string>{"1", "1", "2"});
  CHECK(read_score_table("raw,activation,note\n13,0,1\n14,2.5,1\n", "p.csv")->levels.empty());
  CHECK(said(read_score_table("raw,activation,level\n13,0,1\n14,1,2\n15,2,1\n", "p.csv")) ==
        "p.csv:4:3: error[J508]: [level] level 1 comes again after another\n"
        "  hint: levels follow one another as the scores rise\n");
  CHECK(said(read_score_table("raw,activation,level\n13,0,1\n14,1,\n", "p.csv")) ==
        "p.csv:3:3: error[J508]: [level] a row without a level, expected one in every row\n");
}
