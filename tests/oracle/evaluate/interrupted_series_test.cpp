// Segmented regression with Newey and West's errors against R (data/interrupted_series/README.md).
#include "evaluate/interrupted_series.hpp"
#include "support/catch.hpp"

#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <string>
#include <vector>

using namespace joinedup;

namespace {

nlohmann::json wanted() {
  std::ifstream file(std::string(JOINEDUP_TESTS) + "/oracle/data/interrupted_series/expected.json");
  return nlohmann::json::parse(file);
}

} // namespace

TEST_CASE("an interrupted series agrees with R at several lags") {
  const auto expected = wanted();
  const auto means = expected["mean"].get<std::vector<double>>();
  CHECK(usual_lag(means.size()) == expected["usual_lag"][0].get<std::size_t>());
  for (const std::size_t lag : {0U, 2U, 5U}) {
    CAPTURE(lag);
    const InterruptedSeries got = interrupted_series(means, 14, lag);
    const std::string of = "_" + std::to_string(lag);
    CHECK(got.df == 20);
    for (std::size_t k = 0; k < series_terms; ++k) {
      CAPTURE(k);
      CHECK_THAT(got.terms.at(k).value, WithinRel(expected["value"][k].get<double>(), 1e-8));
      CHECK_THAT(got.terms.at(k).se, WithinRel(expected["se" + of][k].get<double>(), 1e-8));
      CHECK_THAT(got.terms.at(k).low, WithinRel(expected["low" + of][k].get<double>(), 1e-8));
      CHECK_THAT(got.terms.at(k).p, WithinRel(expected["p" + of][k].get<double>(), 1e-6));
    }
  }
}

TEST_CASE("a series that runs straight on either side is found without error") {
  // 10 12 14 16, then a jump of 5 and a slope of 3: 10 + 2 x 4 + 5 = 23, 26, 29.
  const InterruptedSeries got = interrupted_series(std::vector<double>{10, 12, 14, 16, 23, 26, 29}, 4, 1);
  CHECK_THAT(got.terms[level_before].value, WithinAbs(18, 1e-9));
  CHECK_THAT(got.terms[slope_before].value, WithinAbs(2, 1e-9));
  CHECK_THAT(got.terms[level_change].value, WithinAbs(5, 1e-9));
  CHECK_THAT(got.terms[slope_change].value, WithinAbs(1, 1e-9));
  CHECK_THAT(got.terms[slope_change].se, WithinAbs(0, 1e-9));
}

TEST_CASE("too few waves on a side, or a wave without a mean, have no segmented regression") {
  const auto nothing = [](const std::vector<double>& means, std::size_t first_after) {
    return std::isnan(interrupted_series(means, first_after, 1).terms[level_change].value);
  };
  CHECK(nothing({}, 0));
  CHECK(nothing({1, 2, 3, 5}, 2));
  CHECK(nothing({1, 2, 3, 5, 6}, 1));
  CHECK(nothing({1, 2, 3, 5, 6}, 4));
  CHECK(nothing({1, 2, std::nan(""), 5, 6, 7}, 3));
  CHECK_FALSE(nothing({1, 2, 3, 5, 7}, 3));
}
