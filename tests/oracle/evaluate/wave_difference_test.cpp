// The difference of two waves that share people, against R survey (data/wave_change/README.md) and a worked figure.
#include "evaluate/wave_difference.hpp"
#include "support/catch.hpp"

#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <sstream>
#include <string>

using namespace joinedup;

TEST_CASE("the difference of waves counts what those who answered twice share") {
  const std::string folder = std::string(JOINEDUP_TESTS) + "/oracle/data/wave_change/";
  std::ifstream input(folder + "records.csv");
  std::string line;
  std::getline(input, line);
  WaveScores first, second;
  while (std::getline(input, line)) {
    std::istringstream row(line);
    std::string person, wave, value;
    std::getline(row, person, ',');
    std::getline(row, wave, ',');
    std::getline(row, value, ',');
    WaveScores& into = wave == "first" ? first : second;
    into.people.push_back(static_cast<std::uint32_t>(std::stoul(person)));
    into.values.push_back(std::stod(value));
  }
  std::ifstream file(folder + "expected.json");
  const auto wanted = nlohmann::json::parse(file);
  const WaveDifference got = wave_difference(first, second);
  CHECK(got.people == wanted["people"].get<std::uint64_t>());
  const auto same = [&](double value, const char* name) {
    CAPTURE(name);
    CHECK_THAT(value, WithinRel(wanted[name].get<double>(), 1e-8));
  };
  same(got.se_first, "se_first");
  same(got.se_second, "se_second");
  same(got.covariance, "covariance");
  same(got.difference.value, "difference");
  same(got.difference.se, "se");
  same(got.difference.low, "low");
  same(got.difference.high, "high");
  same(got.difference.z, "z");
  same(got.difference.p, "p");
}

TEST_CASE("60 and 63.5 with errors 1.4 and 1.3 and covariance 0.8") {
  const MeanDifference got = mean_difference(60, 1.4, 63.5, 1.3, 0.8);
  CHECK(got.value == 3.5);
  CHECK_THAT(got.se, WithinAbs(1.431782, 5e-7));
  CHECK_THAT(got.z, WithinAbs(2.4445, 5e-5));
}

TEST_CASE("a wave of nobody and one person alone have no error") {
  CHECK(std::isnan(wave_difference({}, {{1, 2}, {0, 1}}).difference.se));
  CHECK(std::isnan(wave_difference({}, {{1, 2}, {0, 1}}).difference.value));
  const WaveDifference one = wave_difference({{1}, {0}}, {{3}, {0}});
  CHECK(one.difference.value == 2);
  CHECK(std::isnan(one.difference.se));
  CHECK(std::isnan(one.difference.p));
  const WaveDifference constant = wave_difference({{1, 1}, {0, 1}}, {{3, 3}, {0, 1}});
  CHECK(constant.difference.se == 0);
  CHECK(std::isnan(constant.difference.z));
}
