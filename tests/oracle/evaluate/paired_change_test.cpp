// Paired change against R's t.test and the worked figures of the reference (data/change/README.md).
#include "evaluate/paired_change.hpp"
#include "support/catch.hpp"

#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

using namespace joinedup;

TEST_CASE("paired change agrees with R's t test") {
  std::ifstream input(std::string(JOINEDUP_TESTS) + "/oracle/data/change/pairs.csv");
  std::string line;
  std::getline(input, line);
  std::vector<double> before, after;
  while (std::getline(input, line)) {
    std::istringstream row(line);
    std::string id, first, second;
    std::getline(row, id, ',');
    std::getline(row, first, ',');
    std::getline(row, second, ',');
    if (first.empty() || first == "NA" || second.empty() || second == "NA") continue;
    before.push_back(std::stod(first));
    after.push_back(std::stod(second));
  }
  std::ifstream file(std::string(JOINEDUP_TESTS) + "/oracle/data/change/expected.json");
  const auto wanted = nlohmann::json::parse(file);
  const PairedChange got = paired_change(before, after);
  CHECK(got.n == wanted["n"].get<std::uint64_t>());
  const auto same = [&](double value, const char* name) {
    CAPTURE(name);
    CHECK_THAT(value, WithinRel(wanted[name].get<double>(), 1e-9));
  };
  same(got.mean_before, "mean_baseline");
  same(got.mean_after, "mean_followup");
  same(got.mean, "mean_change");
  same(got.sd_before, "sd_baseline");
  same(got.sd, "sd_change");
  same(got.t, "t");
  same(got.p, "p");
  same(got.ses, "SES");
  same(got.hedges_g, "hedges_g_av");
  same(got.srm, "SRM");
  CHECK_THAT(got.low, WithinRel(wanted["ci"][0].get<double>(), 1e-9));
  CHECK_THAT(got.high, WithinRel(wanted["ci"][1].get<double>(), 1e-9));
}

TEST_CASE("what too few pairs or no spread do not allow is not a number") {
  const std::vector<double> one{1}, two{2};
  const PairedChange single = paired_change(one, two);
  CHECK(single.mean == 1);
  CHECK(std::isnan(single.low));
  CHECK(std::isnan(single.t));
  const std::vector<double> before{1, 2}, after{2, 3};
  CHECK(std::isnan(paired_change(before, after).srm));
  CHECK(paired_change(before, after).low == 1);
  CHECK(paired_change({}, {}).n == 0);
}
