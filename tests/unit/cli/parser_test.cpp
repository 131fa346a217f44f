#include "cli/parser.hpp"

#include "support/catch.hpp"

#include <array>

using namespace joinedup;

namespace {

constexpr std::array options{
    OptionSpec{"--instrument", 'i', "ID", "questionnaire", true},
    OptionSpec{"--format", 0, "csv|ndjson", "format"},
    OptionSpec{"--missing", 0, "[COL=]VALUE[:REASON]", "missing", true},
    OptionSpec{"--keep", 0, "COL,...|all|none", "columns"},
    OptionSpec{"--items", 0, {}, "items"},
    OptionSpec{"--threads", 0, "N", "threads", false, true},
};
constexpr std::array groups{OptionGroup{"All", options}};

Outcome<Arguments> parse(std::vector<std::string> words) { return parse_arguments("score", groups, std::move(words)); }

} // namespace

TEST_CASE("options and files may stand in any order") {
  const auto a = parse({"one.csv", "-i", "wemwbs", "--items", "two.csv", "--instrument=fft", "-"});
  REQUIRE(a);
  CHECK(a->words == std::vector<std::string>{"one.csv", "two.csv", "-"});
  CHECK(a->all("--instrument") == std::vector<std::string>{"wemwbs", "fft"});
  CHECK(a->has("--items"));
  CHECK_FALSE(a->has("--format"));
}

TEST_CASE("a value may start with a dash") {
  const auto a = parse({"x.csv", "--missing", "-99", "--missing", "q1=-8:unanswered"});
  REQUIRE(a);
  CHECK(a->all("--missing") == std::vector<std::string>{"-99", "q1=-8:unanswered"});
}

TEST_CASE("after two dashes every word is a file") {
  const auto a = parse({"--items", "--", "--format"});
  REQUIRE(a);
  CHECK(a->words == std::vector<std::string>{"--format"});
}

TEST_CASE("an unknown option has a near name") {
  const auto a = parse({"x.csv", "--itmes"});
  REQUIRE_FALSE(a);
  REQUIRE(a.diagnostics.all().size() == 1);
  CHECK(a.diagnostics.all()[0].code == "J107");
  CHECK(a.diagnostics.all()[0].message == "unknown option --itmes");
  CHECK(a.diagnostics.all()[0].hint == "did you mean --items?");
  CHECK(exit_code(a.diagnostics) == 2);
}

TEST_CASE("choices and whole numbers are checked all at once") {
  const auto a = parse({"--format", "xml", "--threads", "two"});
  REQUIRE_FALSE(a);
  REQUIRE(a.diagnostics.all().size() == 2);
  CHECK(a.diagnostics.all()[0].message == "--format xml: expected one of csv, ndjson");
  CHECK(a.diagnostics.all()[1].message == "--threads two: a whole number was expected");
}

TEST_CASE("words in capitals stand for values of one's own") {
  CHECK(parse({"--keep", "id,area"})->text("--keep") == "id,area");
}

TEST_CASE("a value that is missing and a value given twice are wrong usage") {
  const auto none = parse({"--format"});
  REQUIRE_FALSE(none);
  CHECK(none.diagnostics.all()[0].message == "--format needs one value, and takes it once");
  CHECK_FALSE(parse({"--format", "csv", "--format", "csv"}));
}

TEST_CASE("the command is the first word that is no global option or its value") {
  CHECK(command_position({"--threads", "2", "score", "x"}, groups) == 2);
  CHECK(command_position({"--threads=2", "score"}, groups) == 1);
  CHECK(command_position({"--items", "score"}, groups) == 1);
  CHECK(command_position({"--items"}, groups) == 1);
}
