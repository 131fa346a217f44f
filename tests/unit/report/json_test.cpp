#include "support/catch.hpp"
#include "support/results_states.hpp"

#include "report/writers.hpp"

#include <nlohmann/json.hpp>

using namespace joinedup;
using namespace joinedup::testing;
using nlohmann::json;

namespace {
const json& area_of(const json& results, const std::string& code) {
  for (const json& area : results["areas"])
    if (area["area_code"] == code) return area;
  throw std::runtime_error("no such area");
}
} // namespace

TEST_CASE("results.json reads back to the numbers of the results") {
  const RunResults results = many_areas();
  const json out = json::parse(results_json(results));
  REQUIRE(out["areas"].size() == 42);
  for (std::size_t i = 0; i < 42; ++i) {
    const AreaResult& area = results.areas[i];
    const json& row = out["areas"][i];
    CHECK(row["area_code"] == area.code);
    CHECK(row["value"].is_null() == !area.index.value.has_value());
    if (area.index.value) {
      CHECK(row["value"].get<double>() == *area.index.value);
      CHECK(row["lower99_8cl"].get<double>() == *area.index.lower99_8);
    }
    CHECK(row["indicators"].size() == 7);
    CHECK(row["status"] == area.status.text());
  }
  CHECK(out["target"]["value"].get<double>() == 62.8125);
  CHECK(out["total"]["value"].get<double>() == 62.8125);
  CHECK(out["reconciliation"]["read"] == 13102);
}

TEST_CASE("What is hidden is null in results.json with its reason") {
  const json out = json::parse(results_json(many_areas()));
  const json& hidden = area_of(out, std::string(area_names[hidden_area].code));
  for (const char* name : {"n", "value", "se", "lowercl", "uppercl", "rank", "rank_low", "difference", "z", "p", "fdr",
                           "reliability", "shrunk", "geometric", "band", "band_sampling"})
    CHECK(hidden[name].is_null());
  CHECK(hidden["reason"] == "fewer than 10 answers");
  CHECK(hidden["contributions"].empty());
  for (const json& indicator : hidden["indicators"]) {
    CHECK(indicator["n"].is_null());
    CHECK(indicator["value"].is_null());
    CHECK(indicator["reason"] == "fewer than 10 answers");
  }
}

TEST_CASE("Contributions in results.json name missing measures as null") {
  const json out = json::parse(results_json(many_areas()));
  const json& parts = area_of(out, std::string(area_names[partial_area].code))["contributions"];
  REQUIRE(parts.size() == 3);
  CHECK(parts[2]["indicator"].is_null());
}

TEST_CASE("The run record holds no folder and lists inputs by name and then hash") {
  RunResults results = many_areas();
  results.inputs = {
      {"/secret/place/b.csv", "2", "survey", 5}, {"a.csv", "9", "survey", 4}, {"sub/folder/b.csv", "1", "survey", 3}};
  results.study.inputs = {{"/secret/place/b.csv", "maps/m.json", {}, {}}};
  results.study.file = "/secret/study.json";
  results.index.file = "/secret/index.json";
  const std::string text = run_json(results);
  const json out = json::parse(text);
  CHECK(text.find("secret") == std::string::npos);
  CHECK(text.find("folder") == std::string::npos);
  REQUIRE(out["inputs"].size() == 3);
  CHECK(out["inputs"][0]["name"] == "a.csv");
  CHECK(out["inputs"][1]["sha256"] == "1");
  CHECK(out["inputs"][2]["sha256"] == "2");
  CHECK(out["study"]["inputs"][0]["map"] == "m.json");
}

TEST_CASE("The run record tells definitions of the program from those of a user's folder") {
  RunResults results = many_areas();
  results.inputs = {{"answers.csv", "1", "survey", 5},
                    {"fft.json", "2", "instrument", 0, "/secret/mine"},
                    {"wemwbs.json", "3", "instrument", 0, "built in"}};
  const std::string text = run_json(results);
  const json inputs = json::parse(text)["inputs"];
  CHECK_FALSE(inputs[0].contains("origin"));
  CHECK(inputs[1]["origin"] == "user folder");
  CHECK(inputs[2]["origin"] == "built in");
  CHECK(text.find("secret") == std::string::npos);
}

TEST_CASE("The run record does not depend on the order in which inputs were named") {
  RunResults one = many_areas(), other = many_areas();
  one.inputs = {{"a.csv", "1", "survey", 1}, {"b.csv", "2", "survey", 2}};
  other.inputs = {{"b.csv", "2", "survey", 2}, {"a.csv", "1", "survey", 1}};
  CHECK(run_json(one) == run_json(other));
}

TEST_CASE("Diagnostics in the run record stand in order of file and line and column") {
  RunResults results = many_areas();
  results.diagnostics = {};
  results.diagnostics.warning("J211", {"b.csv", 2, 1, ""}, "x");
  results.diagnostics.warning("J212", {"a.csv", 9, 1, ""}, "y");
  results.diagnostics.warning("J211", {"a.csv", 9, 0, ""}, "z");
  const json all = json::parse(run_json(results))["diagnostics"];
  CHECK(all[0]["message"] == "z");
  CHECK(all[1]["message"] == "y");
  CHECK(all[2]["message"] == "x");
}

TEST_CASE("The study and the index are stored whole in the run record") {
  RunResults results = many_areas();
  results.study.seed = 42;
  results.study.target.kind = TargetKind::table;
  results.study.target.rows = {{"index", 61.5, 0.25}};
  results.study.value_sets = {{"eq-5d-5l", {"5L-VT-UK"}}};
  Indicator indicator;
  indicator.id = "eq5d";
  indicator.score = "eq-5d-5l.index";
  indicator.goalposts = {-0.567, 1.0};
  results.index.domains[1].indicators = {indicator};
  const json out = json::parse(run_json(results));
  CHECK(out["seed"] == 42);
  CHECK(out["study"]["target"]["kind"] == "table");
  CHECK(out["study"]["target"]["rows"][0]["value"] == 61.5);
  CHECK(out["study"]["value_sets"]["eq-5d-5l"][0] == "5L-VT-UK");
  CHECK(out["index"]["domains"][1]["indicators"][0]["goalposts"] == json::array({-0.567, 1}));
  CHECK(out["index"]["coverage"]["total"] == 0.75);
}

TEST_CASE("Text that is no UTF-8 does not break the JSON files") {
  RunResults results = many_areas();
  results.areas[0].name = "caf\xE9";
  CHECK_NOTHROW(json::parse(results_json(results)));
  CHECK_NOTHROW(json::parse(run_json(results)));
}
