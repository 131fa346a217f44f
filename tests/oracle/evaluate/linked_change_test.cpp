// Change across a change of questionnaire, against R survey (data/linked_change/README.md).
#include "evaluate/linked_change.hpp"
#include "support/catch.hpp"

#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <sstream>
#include <string>

using namespace joinedup;

TEST_CASE("change on a linked questionnaire counts the error of the link and who answered twice") {
  const std::string folder = std::string(JOINEDUP_TESTS) + "/oracle/data/linked_change/";
  std::ifstream input(folder + "records.csv");
  std::string line;
  std::getline(input, line);
  WaveScores first, second, apart;
  while (std::getline(input, line)) {
    std::istringstream row(line);
    std::string person, wave, from, to;
    std::getline(row, person, ',');
    std::getline(row, wave, ',');
    std::getline(row, from, ',');
    std::getline(row, to, ',');
    const auto add = [&](WaveScores& part, double value) {
      part.values.push_back(value);
      part.people.push_back(static_cast<std::uint32_t>(std::stoul(person)));
    };
    if (wave == "2024" && !from.empty()) add(first, std::stod(from));
    if (wave == "2026" && !to.empty()) add(second, std::stod(to));
    if (wave == "2025" && !from.empty() && !to.empty()) add(apart, std::stod(from) - std::stod(to));
  }
  std::ifstream file(folder + "expected.json");
  const auto wanted = nlohmann::json::parse(file);
  const LinkedChange got = linked_change(first, second, apart);
  CHECK(got.people == wanted["people"].get<std::uint64_t>());
  const auto same = [&](double value, const char* name) {
    CAPTURE(name);
    CHECK_THAT(value, WithinRel(wanted[name].get<double>(), 1e-8));
  };
  same(got.link, "link");
  same(got.link_se, "link_se");
  same(got.linked, "linked");
  same(got.change.value, "difference");
  same(got.change.se, "se");
  same(got.change.low, "low");
  same(got.change.p, "p");
}

TEST_CASE("an overlap of nobody links nothing") {
  CHECK(std::isnan(linked_change({{1, 2}, {0, 1}}, {{3, 4}, {2, 3}}, {}).change.value));
  CHECK(std::isnan(linked_change({{1, 2}, {0, 1}}, {{3, 4}, {2, 3}}, {}).change.se));
}
