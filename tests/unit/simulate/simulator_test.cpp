#include "simulated.hpp"

#include <map>
#include <set>

using namespace joinedup;
using namespace joinedup::simulated;

TEST_CASE("The same seed gives the same bytes and another seed gives others") {
  CHECK(text(500, 9) == text(500, 9));
  CHECK(text(500, 9) != text(500, 10));
}

TEST_CASE("A longer file starts with the rows of a shorter one") {
  const std::string shorter = text(321, 4), longer = text(1000, 4);
  CHECK(longer.substr(0, shorter.size()) == shorter);
}

TEST_CASE("A row does not depend on the rows made before it") {
  static const SimulationSpec spec = shipped_definition();
  Simulator in_order(spec, areas(5), 2), alone(spec, areas(5), 2);
  std::string all, last, only;
  for (std::uint64_t i = 0; i < 50; ++i) {
    in_order.append(all, i);
  }
  in_order.append(last, 50);
  alone.append(only, 50);
  CHECK(only == last);
}

TEST_CASE("The heading holds the columns of the contract in their order") {
  Row expected{"respondent_id", "icb_code", "practice", "stratum", "weight", "age_band", "sex"};
  const auto add = [&](const std::vector<std::string>& names) {
    expected.insert(expected.end(), names.begin(), names.end());
  };
  add(items("p3ceq_", 6));
  add({"p3ceq_7a", "p3ceq_7b", "p3ceq_7c", "p3ceq_7d", "p3ceq_8", "p3ceq_9", "p3ceq_10"});
  add({"eq5d_mo", "eq5d_sc", "eq5d_ua", "eq5d_pd", "eq5d_ad", "eq5d_vas"});
  add(items("wemwbs_", 14));
  add(items("pam13_", 13));
  add({"fft_1", "comment"});
  CHECK(Survey::usual().heading() == expected);
}

TEST_CASE("Every record has as many cells as the heading and an id of its own") {
  const Survey& survey = Survey::usual();
  REQUIRE(survey.rows().size() == 12000);
  std::set<std::string> ids;
  bool regular = true;
  for (const Row& row : survey.rows()) {
    regular = regular && row.size() == survey.heading().size();
    ids.insert(row.front());
  }
  CHECK(regular);
  CHECK(ids.size() == 12000);
  CHECK(survey.rows().front().front() == "R00000001");
}

TEST_CASE("Areas are uneven and a few are too small to show") {
  const Survey& survey = Survey::usual();
  std::map<std::string, int> sizes;
  for (const Row& row : survey.rows()) {
    ++sizes[row[survey.column("icb_code")]];
  }
  int below_10 = 0, below_30 = 0, largest = 0;
  for (const auto& [code, n] : sizes) {
    if (code.starts_with("A")) {
      below_10 += n < 10;
      below_30 += n < 30;
      largest = std::max(largest, n);
    }
  }
  CHECK(below_10 == 2);
  CHECK(below_30 == 4);
  CHECK(largest > 700);
}

TEST_CASE("Some records have no area, an unknown one, or no weight") {
  const Survey& survey = Survey::usual();
  CHECK_THAT(survey.share("icb_code", ""), WithinAbs(0.0020, 0.0015));
  CHECK_THAT(survey.share("weight", ""), WithinAbs(0.0025, 0.0015));
  const double unknown = survey.share("icb_code", "E54999999") + survey.share("icb_code", "W11000023") +
                         survey.share("icb_code", "not known");
  CHECK_THAT(unknown, WithinAbs(0.0008, 0.0007));
}

TEST_CASE("Weights are positive decimals with at most four places and a mean near one") {
  const Survey& survey = Survey::usual();
  std::vector<double> weights;
  std::size_t longest = 0;
  for (const Row& row : survey.rows()) {
    const std::string& cell = row[survey.column("weight")];
    if (cell.empty()) continue;
    weights.push_back(std::strtod(cell.c_str(), nullptr));
    const std::size_t point = cell.find('.');
    if (point != std::string::npos) longest = std::max(longest, cell.size() - point - 1);
    CHECK(weights.back() > 0.4);
    CHECK(cell.back() != '.');
  }
  CHECK(longest == 4);
  CHECK_THAT(summary(weights).mean, WithinAbs(1.0, 0.1));
}

TEST_CASE("A practice lies in one area and one stratum, and every area has several") {
  const Survey& survey = Survey::usual();
  std::map<std::string, std::string> stratum;
  std::map<std::string, std::set<std::string>> practices;
  for (const Row& row : survey.rows()) {
    const std::string &practice = row[survey.column("practice")], &code = row[survey.column("icb_code")];
    const auto [at, added] = stratum.emplace(practice, row[survey.column("stratum")]);
    CHECK(at->second == row[survey.column("stratum")]);
    if (!code.starts_with("A")) continue;
    CHECK(practice.substr(0, 4) == code);
    practices[code].insert(practice);
  }
  CHECK(practices.size() == 42);
  for (const auto& [code, names] : practices) {
    CHECK(names.size() >= 4); // six at least, of which a tiny area may miss some
  }
}
