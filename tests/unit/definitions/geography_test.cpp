#include "definitions/geography.hpp"
#include "said.hpp"
#include "support/catch.hpp"

#include <algorithm>

using namespace joinedup;
using joinedup::test::said;
using joinedup::test::shipped;

namespace {

Geography shipped_geography(const std::string& id) {
  auto geography = read_geography(shipped("geographies/" + id + ".json"), id + ".json");
  REQUIRE(said(geography) == "");
  return std::move(*geography);
}

const Area& area(const Geography& geography, const std::string& code) {
  const auto found = std::find_if(geography.areas.begin(), geography.areas.end(), [&](const Area& a) {
    return a.code == code || std::find(a.codes.begin(), a.codes.end(), code) != a.codes.end();
  });
  REQUIRE(found != geography.areas.end());
  return *found;
}

/// A small geography whose regions, areas and more stand from line 2 on.
std::string said_of(const std::string& rest) {
  return said(read_geography(
      "{\"id\": \"g\", \"title\": \"G\", \"source\": \"s\", \"total\": {\"code\": \"T\", \"name\": \"All\"},\n" + rest +
          "}",
      "g.json"));
}

} // namespace

TEST_CASE("a geography is read as it is written") {
  const auto g = read_geography(joinedup::test::text_of(JOINEDUP_TESTS "/schema/full/geography.json"), "g.json");
  REQUIRE(said(g) == "");
  CHECK(g->id == "two-towns");
  CHECK(g->total_code == "T");
  CHECK(g->total_name == "Both");
  CHECK(g->next == "one-town");
  CHECK(g->previous == "no-town");
  REQUIRE(g->regions.size() == 1);
  CHECK(g->regions[0].codes == std::vector<std::string>{"RX"});
  REQUIRE(g->areas.size() == 2);
  CHECK(g->areas[0].short_name == "Upper");
  CHECK(g->areas[0].label == "Up");
  CHECK(g->areas[0].region == "R1");
  CHECK(g->areas[0].tile_column == 1);
  CHECK(g->areas[0].tile_row == 2);
  CHECK(g->areas[0].successors == std::vector<std::string>{"B1", "B2"});
  CHECK(g->areas[0].predecessors == std::vector<std::string>{"A0"});
  CHECK(g->areas[0].split);
  CHECK(g->areas[1].short_name == "Lower");
  CHECK(g->areas[1].tile_column == 0);
  CHECK(g->ended.at("A0") == "Old Upper became Upper (A1)");
  CHECK(g->ended.at("Z") == "Old Upper became Upper (A1)");
}

TEST_CASE("the boards of 2022 are 42 in seven regions") {
  const Geography g = shipped_geography("icb-2022");
  CHECK(g.areas.size() == 42);
  CHECK(g.regions.size() == 7);
  CHECK(g.total_code == "E92000001");
  CHECK(g.total_name == "England");
  CHECK(area(g, "QYG").code == "E54000008");
  CHECK(area(g, "QYG").short_name == "Cheshire and Merseyside");
  CHECK(area(g, "QYG").region == "E40000014"); // the code in force since 2024
  CHECK(std::all_of(g.areas.begin(), g.areas.end(), [](const Area& a) { return a.tile_column > 0 && a.tile_row > 0; }));
  CHECK(g.ended.empty());
}

TEST_CASE("earlier codes of boards and regions are known") {
  const Geography g = shipped_geography("icb-2022");
  CHECK(area(g, "E54000052").code == "E54000063");
  CHECK(area(g, "E54000053").code == "E54000064");
  const auto midlands =
      std::find_if(g.regions.begin(), g.regions.end(), [](const Region& r) { return r.name == "Midlands"; });
  REQUIRE(midlands != g.regions.end());
  CHECK(midlands->code == "E40000011");
  CHECK(midlands->codes == std::vector<std::string>{"Y60", "E40000008"});
}

TEST_CASE("three boards of 2022 are divided in 2026") {
  const Geography g = shipped_geography("icb-2022");
  std::vector<std::string> split;
  for (const Area& a : g.areas) {
    if (a.split) split.push_back(a.short_name);
  }
  CHECK(split == std::vector<std::string>{"Suffolk and North East Essex", "Hertfordshire and West Essex", "Frimley"});
  CHECK(area(g, "QNQ").successors == std::vector<std::string>{"E54000070", "E54000069", "E54000067"});
  CHECK(area(g, "QYG").successors.empty());
}

TEST_CASE("the boards of 2026 are 36 and do not take the codes of those that ended") {
  const Geography g = shipped_geography("icb-2026");
  CHECK(g.areas.size() == 36);
  CHECK(area(g, "S1Y5D").short_name == "Central East");
  CHECK(area(g, "QRL").code == "E54000067");
  CHECK(area(g, "E54000067").predecessors == std::vector<std::string>{"E54000042", "E54000034"});
  CHECK(g.previous == "icb-2022");
  for (const std::string code : {"QNQ", "E54000034", "QJG", "QM7", "E54000052", "E54000042"}) {
    CAPTURE(code);
    CHECK(g.ended.contains(code));
    CHECK(std::none_of(g.areas.begin(), g.areas.end(), [&](const Area& a) {
      return a.code == code || std::find(a.codes.begin(), a.codes.end(), code) != a.codes.end();
    }));
  }
  CHECK(g.ended.at("QM7") ==
        "Hertfordshire and West Essex ended on 31 March 2026 and was divided among Central East "
        "(E54000065) and Essex (E54000066); a record with this code cannot be placed: use geography "
        "icb-2022, or place records by sub-ICB location");
}

TEST_CASE("boards that went whole into one are placed there, divided ones nowhere") {
  const Geography before = shipped_geography("icb-2022"), after = shipped_geography("icb-2026");
  for (const Area& a : before.areas) {
    CAPTURE(a.code);
    const auto heir = after.succeeded_by.find(a.code);
    if (a.successors.size() == 1 && !a.split) {
      REQUIRE(heir != after.succeeded_by.end());
      CHECK(heir->second == a.successors.front());
    } else {
      CHECK(heir == after.succeeded_by.end());
    }
  }
  CHECK(after.succeeded_by.at("QXU") == "E54000069");
  CHECK(after.succeeded_by.size() == 21); // ten boards, one without its ODS code and two with an earlier one too
}

TEST_CASE("sub-ICB locations are 106 in the 42 boards of 2022") {
  const Geography g = shipped_geography("sub-icb-2023"), boards = shipped_geography("icb-2022");
  CHECK(g.areas.size() == 106);
  CHECK(g.regions.size() == 42);
  for (const Region& r : g.regions)
    CHECK(area(boards, r.code).short_name == r.name);
  CHECK(area(g, "02P").name == "NHS South Yorkshire ICB - 02P");
  CHECK(area(g, "02P").region == "E54000061");
}

TEST_CASE("trusts stand in boards of 2022, regions have their earlier codes") {
  const Geography trusts = shipped_geography("trust-2024"), boards = shipped_geography("icb-2022");
  CHECK(trusts.areas.size() == 196);
  for (const Region& r : trusts.regions)
    CHECK(area(boards, r.code).short_name == r.name);
  CHECK(area(trusts, "R0A").region == "E54000057");
  const Geography regions = shipped_geography("region-2024");
  CHECK(regions.areas.size() == 7);
  CHECK(area(regions, "Y60").code == "E40000011");
  CHECK(area(regions, "E40000008").name == "Midlands");
}

TEST_CASE("two areas of one name are refused") {
  CHECK(said_of("\"areas\": [{\"code\": \"A\", \"name\": \"Upper\"},\n{\"code\": \"B\", \"name\": \"Upper\"}]") ==
        "g.json:3:23: error[J507]: area name \"Upper\" is given twice, first in line 2\n");
}

TEST_CASE("an ended area goes into an area that there is") {
  CHECK(said_of("\"areas\": [{\"code\": \"E54000069\", \"name\": \"a\"}],\n"
                "\"ended\": [{\"code\": \"B\", \"became\": \"x\", \"area\": \"E5400069\"}]") ==
        "g.json:3:48: error[J509]: no area \"E5400069\" in \"areas\"\n  hint: did you mean E54000069?\n");
}

TEST_CASE("successors of 2022 are boards of 2026") {
  const Geography before = shipped_geography("icb-2022"), after = shipped_geography("icb-2026");
  for (const Area& a : before.areas) {
    for (const std::string& successor : a.successors)
      CHECK(area(after, successor).code == successor);
    if (a.successors.empty()) CHECK(area(after, a.code).region == a.region);
  }
}

TEST_CASE("a geography names its total and its areas") {
  CHECK(said(read_geography("{\"id\": \"g\"}", "g.json")) ==
        "g.json:1:1: error[J504]: \"title\" is missing, expected a text\n"
        "g.json:1:1: error[J504]: \"source\" is missing, expected a text\n"
        "g.json:1:1: error[J504]: \"total\" is missing, expected an object\n"
        "g.json:1:1: error[J504]: \"areas\" is missing, expected a list of objects\n");
}

TEST_CASE("a code stands for one area of a geography") {
  CHECK(said_of("\"areas\": [{\"code\": \"A\", \"name\": \"a\", \"codes\": [\"X\"]},\n"
                "{\"code\": \"B\", \"name\": \"b\", \"codes\": [\"X\"]},\n{\"code\": \"A\", \"name\": \"c\"}],\n"
                "\"ended\": [{\"code\": \"B\", \"became\": \"x\"}]") ==
        "g.json:3:37: error[J507]: area code \"X\" is given twice, first in line 2\n"
        "g.json:4:10: error[J507]: area code \"A\" is given twice, first in line 2\n"
        "g.json:5:20: error[J507]: area code \"B\" is given twice, first in line 3\n");
}

TEST_CASE("the region of an area is one of the regions") {
  CHECK(said_of("\"regions\": [{\"code\": \"E40000003\", \"name\": \"r\"}],\n"
                "\"areas\": [{\"code\": \"A\", \"name\": \"a\", \"region\": \"E4000003\"}]") ==
        "g.json:3:48: error[J509]: no region \"E4000003\" in \"regions\"\n  hint: did you mean E40000003?\n");
}

TEST_CASE("tiles are two whole numbers and belong to one area") {
  CHECK(said_of("\"areas\": [{\"code\": \"A\", \"name\": \"a\", \"tile\": [1, 1]},\n"
                "{\"code\": \"B\", \"name\": \"b\", \"tile\": [1, 1]},\n"
                "{\"code\": \"C\", \"name\": \"c\", \"tile\": [0, 1.5]},\n{\"code\": \"D\", \"name\": \"d\", \"tile\": "
                "[\"1\", 2]}]") ==
        "g.json:3:36: error[J507]: tile \"1,1\" is given twice, first in line 2\n"
        "g.json:4:36: error[J506]: \"tile\" is [0,1.5], expected column and row as two whole numbers from 1\n"
        "g.json:5:37: error[J504]: \"tile[1]\" is a text, expected a number\n");
}

TEST_CASE("unknown members of a geography come with near names") {
  CHECK(said_of("\"areas\": [{\"code\": \"A\", \"name\": \"a\", \"sucessors\": []}], \"end\": []") ==
        "g.json:2:38: error[J502]: unknown member \"sucessors\"\n  hint: did you mean successors?\n"
        "g.json:2:57: error[J502]: unknown member \"end\"\n  hint: did you mean ended?\n");
}
