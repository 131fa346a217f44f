#include "scoring/score_zones.hpp"

#include "support/catch.hpp"

using namespace joinedup;

namespace {

ScoringStep step(const std::string& operation, const std::string& name, const std::string& value) {
  return {operation, {{name, Parameter{value, {}}}}, {}};
}

/// A score, its bands, and a screen that has to be asked for.
Instrument instrument() {
  Instrument out;
  out.id = "mood";
  out.band_schemes = {{"three", 0, false, {{"low", 10, 20}, {"high", 21, 30}}, "", {}},
                      {"screen", 1, false, {{"case", 10, 14.5}}, "", {}}};
  ScoreDefinition total, screen, band;
  total.id = "total";
  screen.id = screen.label = "screen";
  screen.steps = {step("score", "of", "total"), step("bands", "scheme", "screen")};
  screen.needs = {"screen"};
  band.id = "band";
  band.label = "Mood band";
  band.steps = {step("score", "of", "total"), step("bands", "scheme", "three")};
  out.scores = {total, screen, band};
  return out;
}

} // namespace

TEST_CASE("a score has the zones of the first bands on it that the choices allow") {
  InForce in_force;
  const ScoreZones zones = score_zones(instrument(), in_force, "total");
  CHECK(zones.label == "Mood band");
  CHECK(zones.decimals == 0);
  REQUIRE(zones.zones.size() == 2);
  CHECK(zones.zones[1].label == "high");
  CHECK(zones.zones[1].low == 21);
  CHECK(zones.zones[1].high == 30);
  in_force.choices["screen"] = "yes";
  const ScoreZones screen = score_zones(instrument(), in_force, "total");
  CHECK(screen.label == "screen");
  CHECK(screen.decimals == 1);
  CHECK(screen.zones.at(0).high == 145);
}

TEST_CASE("a score that no bands are set on has no zones") {
  CHECK(score_zones(instrument(), {}, "band").zones.empty());
  CHECK(score_zones(Instrument{}, {}, "total").zones.empty());
}

TEST_CASE("levels of a user's table are zones up to the next level") {
  Instrument one = instrument();
  one.scores.pop_back();
  one.scores.back().steps[1] = step("bands", "scheme", "table");
  one.user_table = UserTable{1, 4, 0, 100, ""};
  const LookupTable table{"user", {{1, 0}, {2, 30.5}, {3, 60}, {4, 100}}, {"1", "1", "2", "2"}, {}};
  InForce in_force;
  in_force.choices["screen"] = "yes";
  in_force.table = &table;
  const ScoreZones zones = score_zones(one, in_force, "total");
  REQUIRE(zones.zones.size() == 2);
  CHECK(zones.zones[0].low == 0);
  CHECK(zones.zones[0].high == 599);
  CHECK(zones.zones[1].low == 600);
  CHECK(zones.zones[1].high == 1000);
}
