#include "definitions/area_table.hpp"
#include "definitions/index.hpp"
#include "said.hpp"
#include "support/catch.hpp"
#include "support/close.hpp"

#include <cmath>
#include <string>
#include <vector>

using namespace joinedup;
using joinedup::test::check_close;
using joinedup::test::said;

namespace {

AreaTable proportion() {
  AreaTable out;
  out.kind = TableKind::proportion;
  out.area = "area";
  out.numerator = {"x"};
  out.denominator = {"n"};
  return out;
}

AreaTable value_with_limits() {
  AreaTable out;
  out.area = "area";
  out.value = "value";
  out.lower = "low";
  out.upper = "high";
  return out;
}

std::vector<AreaTableRow> rows(const std::string& text, const AreaTable& spec) {
  auto read = read_area_table(text, "t.csv", spec);
  INFO(said(read));
  REQUIRE(read);
  return std::move(*read);
}

std::string index_said(const std::string& table) {
  return said(read_index(R"({"id": "i", "version": "1", "title": "I", "domains": [{"id": "d", "indicators": [)"
                         "\n"
                         R"({"id": "k", "goalposts": [0, 1], "table": )" +
                             table + "}]}]}",
                         "i.json"));
}

} // namespace

TEST_CASE("counts may have signs for thousands, and columns are added up") {
  AreaTable spec = proportion();
  spec.numerator = {"very good", "good"};
  const auto read = rows("area,very good,good,n\nE1,\"1,200\",34,\"12,345\"\n", spec);
  CHECK(read[0].numerator == 1234);
  CHECK(read[0].denominator == 12345);
}

TEST_CASE("marks of official statistics stand for no figure, never for 0") {
  for (const std::string mark : {"*", "-", ":", "[c]", "[X]", "NA", ""}) {
    CAPTURE(mark);
    CHECK(std::isnan(rows("area,x,n\nE1," + mark + ",20\n", proportion())[0].numerator));
  }
  AreaTable spec = proportion();
  spec.missing = {"-1"};
  CHECK(std::isnan(rows("area,x,n\nE1,-1,20\n", spec)[0].numerator));
}

TEST_CASE("a 95 % interval gives the standard error") {
  const auto read = rows("area,value,low,high\nE1,61.2,58.4,63.9\n", value_with_limits());
  check_close(read[0].se, 5.5 / (2 * 1.959963984540054));
}

TEST_CASE("only the rows asked for are kept") {
  AreaTable spec = proportion();
  spec.rows = {{"year", {"2024", "2025"}}, {"sex", {"all"}}};
  const auto read =
      rows("area,year,sex,x,n\nE1,2023,all,1,10\nE1,2024,all,2,10\nE1,2025,all,3,10\nE1,2025,F,4,10\n", spec);
  REQUIRE(read.size() == 2);
  CHECK(read[1].numerator == 3);
}

TEST_CASE("a table without the rows asked for says what it has") {
  AreaTable spec = proportion();
  spec.rows = {{"year", {"2026"}}};
  CHECK(said(read_area_table("area,year,x,n\nE1,2025,1,10\n", "t.csv", spec)) ==
        "t.csv: error[J508]: [year] no row has 2026 in \"year\"\n  hint: did you mean 2025?\n");
}

TEST_CASE("all faults of a table of counts are named") {
  CHECK(said(read_area_table("area,x,n\nE1,12,10\nE2,many,10\n,1,10\nE3,-2,10\nE4,\"12,34\",99999\nE5,1,0\n", "t.csv",
                             proportion())) ==
        "t.csv:2:2: error[J508]: [x] 12 of 10, expected no more than all\n"
        "  hint: a proportion counts people among those asked; for others use \"kind\": \"rate\"\n"
        "t.csv:3:2: error[J508]: [x] \"many\" is no number, expected one with a decimal point, or a mark such as *\n"
        "  hint: say in \"missing\" of the indicator which other cells hold no figure\n"
        "t.csv:4:1: warning[J654]: [area] figures without an area: the row is left out\n"
        "  hint: a total needs no code when the whole is made of the areas\n"
        "t.csv:5:2: error[J508]: [x] -2 is below 0, expected a count\n"
        "  hint: say in \"missing\" of the indicator when it stands for a hidden figure\n"
        "t.csv:6:2: error[J508]: [x] \"12,34\" is no number, expected one with a decimal point, or a mark such as *\n"
        "  hint: say in \"missing\" of the indicator which other cells hold no figure\n"
        "t.csv:7:2: error[J508]: [x] 1 of 0, expected no more than all\n"
        "  hint: a proportion counts people among those asked; for others use \"kind\": \"rate\"\n");
}

TEST_CASE("all faults of a table of values are named") {
  AreaTable spec = value_with_limits();
  spec.n = "people";
  CHECK(said(read_area_table("area,value,low,high,people\nE1,5,6,7,10\nE1,5,4,6,10\nE2,5,4,6,1.5\n", "t.csv", spec)) ==
        "t.csv:2:3: error[J508]: [low] limits 6 to 7 do not hold the value 5\n"
        "t.csv:3:1: error[J508]: [area] E1 stands twice, expected one row an area\n"
        "  hint: \"rows\" of the indicator can keep one year or group\n"
        "t.csv:4:5: error[J508]: [people] \"1.5\" people, expected a whole number\n");
}

TEST_CASE("a column that is not there has a near name") {
  CHECK(said(read_area_table("aera,x,n\nE1,1,10\n", "t.csv", proportion())) ==
        "t.csv:1: error[J508]: no column \"area\"\n  hint: did you mean aera?\n");
}

TEST_CASE("a value needs exactly one kind of error") {
  const std::string want = "error[J504]: a value needs its error, expected one of \"se\", \"lower\" with \"upper\", "
                           "\"exact\"";
  CHECK(index_said(R"({"file": "f.csv"})").find(want) != std::string::npos);
  CHECK(index_said(R"({"file": "f.csv", "se": "s", "exact": true})").find(want) != std::string::npos);
  CHECK(index_said(R"({"file": "f.csv", "lower": "l"})").find("expected both") != std::string::npos);
  CHECK(index_said(R"({"file": "f.csv", "se": "s"})").empty());
}

TEST_CASE("counts need both columns, and no error of their own") {
  const std::string said = index_said(R"({"file": "f.csv", "kind": "rate", "numerator": "x", "se": "s", "per": 0})");
  CHECK(said.find("\"denominator\" is missing") != std::string::npos);
  CHECK(said.find("\"se\" beside \"kind\": \"rate\", expected none") != std::string::npos);
  CHECK(said.find("\"per\" is 0, expected more than 0") != std::string::npos);
}

TEST_CASE("standardised figures need groups, and a rate its standard population") {
  CHECK(index_said(R"({"file": "f.csv", "kind": "standardised_rate", "numerator": "x", "denominator": "n",
"group": "band", "standard": "esp"})")
            .empty());
  const std::string lacks =
      index_said(R"({"file": "f.csv", "kind": "standardised_rate", "numerator": "x", "denominator": "n"})");
  CHECK(lacks.find("\"group\" is missing") != std::string::npos);
  CHECK(lacks.find("\"standard\" is missing") != std::string::npos);
  const std::string other = index_said(
      R"({"file": "f.csv", "kind": "rate", "numerator": "x", "denominator": "n", "group": "b", "standard": "s"})");
  CHECK(other.find("\"group\" beside \"kind\": \"rate\", expected none") != std::string::npos);
  CHECK(other.find("\"standard\" beside \"kind\": \"rate\", expected none") != std::string::npos);
}

TEST_CASE("all faults of a table by group are named") {
  AreaTable spec = proportion();
  spec.kind = TableKind::standardised_rate;
  spec.group = "band";
  spec.standard = "esp";
  CHECK(said(read_area_table("area,band,x,n,esp\nA,young,1,9,60\nA,old,2,9,40\nA,old,2,9,40\nB,young,1,9,61\n"
                             "C,,1,9,60\nD,young,1,9,*\nD,old,1,9,40\n",
                             "t.csv", spec)) ==
        "t.csv:4:2: error[J508]: [band] old of A stands twice, expected one row an area and group\n"
        "  hint: \"rows\" of the indicator can keep one year or sex\n"
        "t.csv:5:5: error[J508]: [esp] 61 people of the standard population in young, and 60 in a row above\n"
        "  hint: one standard population serves all areas\n"
        "t.csv:6:2: error[J508]: [band] no group, expected one such as an age band\n"
        "t.csv:7:5: error[J508]: [esp] no standard population, expected a number of people for each group\n"
        "t.csv:5:1: error[J508]: [area] B has 1 of 2 groups, expected a row for each\n"
        "  hint: a group without events has the numerator 0\n");
}

TEST_CASE("an unknown kind has a near name") {
  CHECK(index_said(R"({"file": "f.csv", "kind": "proportoin", "se": "s"})").find("proportion") != std::string::npos);
}

TEST_CASE("a table stands in place of a score, and needs goalposts") {
  const std::string said_both = said(read_index(
      R"({"id": "i", "version": "1", "title": "I", "domains": [{"id": "d", "indicators": [
{"id": "k", "score": "p3ceq.total", "table": {"file": "f.csv", "se": "s"}}]}]})",
      "i.json"));
  CHECK(said_both.find("expected one of \"score\", \"column\", \"table\"") != std::string::npos);
  CHECK(said_both.find("a table needs \"goalposts\"") != std::string::npos);
}

TEST_CASE("lines above the headings are skipped, and places in the file stay right") {
  AreaTable spec = proportion();
  spec.skip = 2;
  CHECK(rows("A title, with \"quotes\nPeriod: 2025\narea,x,n\nE1,1,10\n,,\nSource: us,,\n", spec).size() == 1);
  CHECK(said(read_area_table("A title\n\narea,x,n\nE1,one,10\n", "t.csv", spec)).starts_with("t.csv:4:2: error"));
}
