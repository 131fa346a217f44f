#include "definitions/simulation.hpp"
#include "support/catch.hpp"

#include <fmt/format.h>

#include <string>

using namespace joinedup;

namespace {

// One line a part, so that a test can swap one and know its line.
std::string definition(const std::string& trait, const std::string& items) {
  return R"({"id": "s", "version": "1", "title": "A small one", "geography": "places", "notes": ["made up"],
"columns": {"record": "r", "area": "a", "practice": "p", "stratum": "t", "weight": "w", "age_band": "g", "sex": "s", "comment": "c"},
"sizes": {"period": 100, "flatness": 2, "stride": 1, "few": [{"area": 1, "records": 3}]},
"practices": {"records": 10, "least": 2, "most": 9, "strata": ["x", "y"]},
"people": {"age_bands": [{"label": "young", "share": 1, "weight": 1500}, {"label": "old", "share": 3}], "sexes": [{"share": 1}], "age_tilt": 0, "weight_spread": 100},
"gaps": {"blank_area": 1, "unknown_area": 2, "unknown_areas": ["?"], "blank_weight": 3},
"traits": [{"id": "general", "person": 1000, "area": 100, "by_age": [5, -5]},
)" + trait +
         R"(],
"standing_out": [{"area": 0, "shift": {"general": 400}}],
"questionnaires": [{"instrument": "q", "skipped": 10, "missing": 20, "not_applicable": {"rate": 5, "words": ["NA"]}, "items": [
)" + items +
         R"(]}],
"comments": {"given": 5000, "most": 2, "phrases": ["good"], "separators": [", "], "formula": {"rate": 10, "texts": ["=1"]}}}
)";
}

const std::string mood = R"({"id": "mood", "person": 800, "from": {"general": 600}})";
const std::string yes_no = R"({"id": "q1", "from": {"mood": 700}, "noise": 700, "thresholds": [0], "codes": [0, 3]})";

std::string faults(const std::string& text) {
  std::string out;
  const Outcome<SimulationSpec> read = read_simulation(text, "s.json");
  CHECK(read.diagnostics.has_errors() != read.value.has_value());
  for (const Diagnostic& d : read.diagnostics.all()) {
    out += fmt::format("{}:{}:{} {} {}", d.where.file, d.where.line, d.where.column, d.code, d.message);
    out += d.hint.empty() ? "\n" : " | " + d.hint + "\n";
  }
  return out;
}

} // namespace

TEST_CASE("A good simulation definition becomes the model") {
  const auto read = read_simulation(definition(mood, yes_no), "s.json");
  REQUIRE(read);
  CHECK(read.diagnostics.empty());
  const SimulationSpec& spec = *read;
  CHECK(spec.geography == "places");
  CHECK(spec.columns.practice == "p");
  CHECK(spec.sizes.few == std::vector<std::pair<std::size_t, int>>{{1, 3}});
  CHECK(spec.age_bands.at(0).weight == 1500);
  CHECK(spec.age_bands.at(1).weight == 1000);
  CHECK(spec.sexes.at(0).label.empty());
  CHECK(spec.traits.at(1).from.at(0).trait == 0);
  CHECK(spec.traits.at(1).from.at(0).loading == 600);
  CHECK(spec.standing_out.at(0).shift.at(0).loading == 400);
  CHECK(spec.blocks.at(0).not_applicable_words == std::vector<std::string>{"NA"});
  CHECK(spec.blocks.at(0).items.at(0).from.at(0).trait == 1);
  CHECK(spec.blocks.at(0).items.at(0).codes == std::vector<int>{0, 3});
  CHECK(spec.comments.formulas == std::vector<std::string>{"=1"});
}

TEST_CASE("A trait that is not defined yet is named with its near relation") {
  const std::string item = R"({"id": "q1", "from": {"moods": 700}, "noise": 700, "thresholds": [0], "codes": [0, 3]})";
  CHECK(faults(definition(mood, item)) ==
        "s.json:11:32 J503 no trait \"moods\" is defined before this | did you mean mood?\n");
}

TEST_CASE("Codes must be one more than thresholds") {
  const std::string item =
      R"({"id": "q1", "from": {"mood": 700}, "noise": 700, "thresholds": [0, 5], "codes": [0, 3]})";
  CHECK(faults(definition(mood, item)) ==
        "s.json:11:82 J506 2 codes with 2 thresholds, expected one code more than thresholds\n");
}

TEST_CASE("Thresholds must rise") {
  const std::string item =
      R"({"id": "q1", "from": {"mood": 700}, "noise": 700, "thresholds": [5, 0], "codes": [0, 1, 3]})";
  CHECK(faults(definition(mood, item)) == "s.json:11:65 J506 the thresholds do not rise\n");
}

TEST_CASE("A follow-up must name an earlier item") {
  const std::string item = R"({"id": "q1", "from": {"mood": 700}, "noise": 7, "thresholds": [], "codes": [0],
"asked_when": {"item": "q2", "code": 3}})";
  CHECK(faults(definition(mood, item)) == "s.json:12:24 J503 no item \"q2\" is defined before this\n");
}

TEST_CASE("Shifts by age must fit the age bands and rates must be ten-thousandths, all faults at once") {
  const std::string trait = R"({"id": "mood", "person": 800, "by_age": [1, 2, 3], "colour": "red"})";
  std::string text = definition(trait, yes_no);
  text.replace(text.find("\"given\": 5000"), 13, "\"given\": 10001");
  CHECK(faults(text) == "s.json:8:41 J506 3 shifts for 2 age bands\n"
                        "s.json:8:52 J502 unknown member \"colour\" | one of area, by_age, from, id, person, practice\n"
                        "s.json:12:23 J506 \"given\" is 10001, expected a whole number from 0 to 10000\n");
}
