#include "definitions/tables.hpp"
#include "said.hpp"
#include "support/catch.hpp"

using namespace joinedup;
using joinedup::test::said;

TEST_CASE("a look-up maps one column to another and leaves blanks out") {
  const auto lookup = read_lookup("name,trust,icb\nx,R0A,E1\ny,R0B,\nz,R0A,E1\n,,E2\n", "l.csv", "trust", "icb");
  REQUIRE(lookup);
  CHECK(*lookup == std::map<std::string, std::string>{{"R0A", "E1"}});
}

TEST_CASE("a look-up without its columns names those it has") {
  CHECK(said(read_lookup("trust,icb\nR0A,E1\n", "l.csv", "turst", "area")) ==
        "l.csv:1: error[J508]: no column \"turst\"\n  hint: did you mean trust?\n"
        "l.csv:1: error[J508]: no column \"area\"\n  hint: one of trust, icb\n");
}

TEST_CASE("a code that stands for two areas cannot be looked up") {
  CHECK(said(read_lookup("trust,icb\nR0A,E1\nR0A,E2\n", "l.csv", "trust", "icb")) ==
        "l.csv:3:1: error[J508]: [trust] \"R0A\" stands for E1 and for E2, expected one of them\n"
        "  hint: a code that belongs to two areas cannot be looked up: take it out\n");
}

TEST_CASE("a look-up without headings is read by the number of its fields") {
  const auto lookup = read_lookup("A1,\"NORTH, A\",10E,10E\nA2,,00C,\n", "l.csv", "#1", "#3");
  REQUIRE(lookup);
  CHECK(*lookup == std::map<std::string, std::string>{{"A1", "10E"}, {"A2", "00C"}});
  CHECK(said(read_lookup("A1,10E\n", "l.csv", "#1", "#3")) ==
        "l.csv:1: error[J508]: no column \"#3\"\n  hint: did you mean #1?\n");
}

TEST_CASE("a look-up whose first row is no headings is told how to name its fields") {
  const std::string faults = said(read_lookup("A1,,,10E\nA2,,,00C\n", "l.csv", "practice", "area"));
  CHECK(faults.find("of a table without headings name the fields: \"from\": \"#1\", \"to\": \"#2\"") !=
        std::string::npos);
}

TEST_CASE("a score table is its first two columns") {
  const auto table = read_score_table("raw,activation,level\n13,0,1\n14,2.5,1\n", "p.csv");
  REQUIRE(table);
  CHECK(table->id == "activation");
  CHECK(table->rows == std::vector<std::pair<double, double>>{{13, 0}, {14, 2.5}});
}

TEST_CASE("a score table without headings loses no row") {
  const auto table = read_score_table("13,0\n14,2.5\n", "p.csv");
  REQUIRE(table);
  CHECK(table->rows.size() == 2);
}

TEST_CASE("all faults of a score table are named") {
  CHECK(said(read_score_table("raw,score\n13,x\n13.5,1\n14,2\n14,3\n15,1\n16,\"1,5\"\n", "p.csv")) ==
        "p.csv:2:2: error[J508]: [score] \"x\" is no number, expected one with a decimal point\n"
        "p.csv:3:1: error[J508]: [raw] raw score 13.5 is no whole number, expected one\n"
        "p.csv:5:1: error[J508]: [raw] raw score 14 follows 14, expected rising raw scores\n"
        "  hint: sort the table by its first column and give each raw score once\n"
        "p.csv:6:2: error[J508]: [score] score 1 follows 2, expected rising scores\n"
        "  hint: check the table for a slip of typing\n"
        "p.csv:7:2: error[J508]: [score] \"1,5\" is no number, expected one with a decimal point\n");
}

TEST_CASE("a score table of one column or no row is a fault") {
  CHECK(said(read_score_table("raw\n1\n", "p.csv")) ==
        "p.csv:1: error[J508]: one column, expected two: raw scores and scores\n");
  CHECK(said(read_score_table("raw,score\n", "p.csv")) == "p.csv:1: error[J508]: no rows, expected scores\n");
}

TEST_CASE("targets come with a standard error or a confidence interval") {
  const auto with_se = read_targets("indicator,value,se\nindex,60.5,0.4\neq5d,0.8,0\n", "t.csv");
  REQUIRE(with_se);
  REQUIRE(with_se->size() == 2);
  CHECK((*with_se)[1].indicator == "eq5d");
  CHECK((*with_se)[0].se == 0.4);
  const auto with_limits = read_targets("value,lowercl,uppercl\n60,58.04,61.96\n", "t.csv");
  REQUIRE(with_limits);
  CHECK((*with_limits)[0].indicator == "index");
  CHECK_THAT((*with_limits)[0].se, WithinAbs(1.0, 1e-4)); // half of 3.92 over 1.96
}

TEST_CASE("a table of targets that lacks columns says which") {
  CHECK(said(read_targets("vlaue\n1\n2\n", "t.csv")) ==
        "t.csv:1: error[J508]: no column \"value\"\n  hint: did you mean vlaue?\n"
        "t.csv:1: error[J508]: no standard errors, expected a column \"se\" or both \"lowercl\" and \"uppercl\"\n"
        "  hint: write 0 in \"se\" for a value that is known exactly\n"
        "t.csv:1: error[J508]: no column \"indicator\", expected one as there are 2 rows\n"
        "  hint: write \"index\" for the index itself\n");
  CHECK(said(read_targets("value,se\n", "t.csv")) == "t.csv:1: error[J508]: no rows, expected a target value\n");
}

TEST_CASE("all faults in the rows of targets are named") {
  CHECK(said(read_targets("indicator,value,se\nindex,1,-1\nindex,2,1\n,3,1\neq5d,,1\n", "t.csv")) ==
        "t.csv:2:3: error[J508]: [se] standard error -1, expected 0 or more\n"
        "t.csv:3:1: error[J508]: [indicator] \"index\" is given twice\n"
        "t.csv:4:1: error[J508]: [indicator] blank indicator, expected \"index\" or an id\n"
        "t.csv:5:2: error[J508]: [value] \"\" is no number, expected one with a decimal point\n");
  CHECK(said(read_targets("value,lowercl,uppercl\n3,4,5\n", "t.csv")) ==
        "t.csv:2:2: error[J508]: [lowercl] limits 4 to 5 do not hold the value 3\n");
}

TEST_CASE("the shipped look-ups hold the boards of their geography") {
  const auto trusts =
      read_lookup(joinedup::test::shipped("lookups/trust_icb.csv"), "trust_icb.csv", "trust_ods", "icb_code");
  REQUIRE(trusts);
  CHECK(trusts->size() == 196);
  CHECK(trusts->at("R0A") == "E54000057");
  const auto locations =
      read_lookup(joinedup::test::shipped("lookups/sub_icb.csv"), "sub_icb.csv", "sicbl_ods", "icb_code");
  REQUIRE(locations);
  CHECK(locations->size() == 106);
  CHECK(locations->at("02P") == "E54000061");
}
