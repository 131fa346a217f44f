// Difference in differences against R with sandwich (data/difference_in_differences/README.md).
#include "evaluate/difference_in_differences.hpp"
#include "support/catch.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

using namespace joinedup;

namespace {

DidRecords records() {
  DidRecords out;
  std::ifstream input(std::string(JOINEDUP_TESTS) + "/oracle/data/difference_in_differences/records.csv");
  std::string line;
  std::getline(input, line);
  std::map<std::string, std::uint32_t> clusters;
  while (std::getline(input, line)) {
    std::istringstream row(line);
    std::string area, treated, post, y;
    std::getline(row, area, ',');
    std::getline(row, treated, ',');
    std::getline(row, post, ',');
    std::getline(row, y, ',');
    out.cluster.push_back(clusters.try_emplace(area, static_cast<std::uint32_t>(clusters.size())).first->second);
    out.treated.push_back(treated == "1");
    out.after.push_back(post == "1");
    out.values.push_back(std::stod(y));
  }
  out.clusters = clusters.size();
  return out;
}

DidRecords of(const std::vector<std::tuple<double, int, int, std::uint32_t>>& rows) {
  DidRecords out;
  for (const auto& [value, treated, after, cluster] : rows) {
    out.values.push_back(value);
    out.treated.push_back(treated == 1);
    out.after.push_back(after == 1);
    out.cluster.push_back(cluster);
    out.clusters = std::max<std::size_t>(out.clusters, cluster + 1);
  }
  return out;
}

} // namespace

TEST_CASE("difference in differences agrees with R and sandwich") {
  std::ifstream file(std::string(JOINEDUP_TESTS) + "/oracle/data/difference_in_differences/expected.json");
  const auto wanted = nlohmann::json::parse(file);
  const DifferenceInDifferences got = difference_in_differences(records());
  const auto same = [&](double value, const char* name) {
    CAPTURE(name);
    CHECK_THAT(value, WithinRel(wanted[name].get<double>(), 1e-8));
  };
  CHECK(got.n == wanted["n"].get<std::uint64_t>());
  CHECK(got.clusters == wanted["clusters"].get<std::size_t>());
  same(got.records.value, "did");
  same(got.se_ols, "se_ols");
  same(got.se_hc0, "se_hc0");
  same(got.se_hc1, "se_hc1");
  same(got.se_cluster_hc0, "se_cluster_hc0");
  same(got.records.se, "se_cluster_hc1");
  same(got.records.low, "low");
  same(got.records.high, "high");
  same(got.records.t, "t");
  same(got.records.p, "p");
  same(got.fixed_effects.value, "fixed_did");
  same(got.fixed_effects.se, "fixed_se");
  same(got.fixed_effects.p, "fixed_p");
  same(got.cluster_means.value, "mean_did");
  same(got.cluster_means.se, "mean_se");
  same(got.cluster_means.df, "mean_df");
  same(got.cluster_means.p, "mean_p");
  same(got.cluster_means.low, "mean_low");
  same(got.cluster_means.high, "mean_high");
  CHECK(got.all_permutations);
  CHECK(got.permutations == wanted["permutations"].get<std::uint64_t>());
  same(got.permutation_p, "permutation_p");
}

TEST_CASE("an arm without a wave, or areas in both arms, leave out what they do not allow") {
  const DifferenceInDifferences none = difference_in_differences({});
  CHECK(std::isnan(none.records.value));
  CHECK(std::isnan(none.permutation_p));
  const DifferenceInDifferences no_after =
      difference_in_differences(of({{1, 0, 0, 0}, {2, 0, 1, 0}, {3, 1, 0, 1}, {5, 1, 0, 1}, {4, 0, 0, 2}}));
  CHECK(std::isnan(no_after.records.value));
  CHECK(std::isnan(no_after.fixed_effects.value));
  CHECK(std::isnan(no_after.cluster_means.value));
  // Both arms in each area: (9 - 4) - (2 - 1) from means over records, and nothing by area.
  const DifferenceInDifferences mixed = difference_in_differences(of({{1, 0, 0, 0},
                                                                      {2, 0, 1, 0},
                                                                      {4, 1, 0, 0},
                                                                      {9, 1, 1, 0},
                                                                      {1, 0, 0, 1},
                                                                      {2, 0, 1, 1},
                                                                      {4, 1, 0, 1},
                                                                      {9, 1, 1, 1}}));
  CHECK(mixed.records.value == 4);
  CHECK(mixed.se_ols == 0);
  CHECK(std::isnan(mixed.records.se)); // two areas leave no degrees of freedom
  CHECK(std::isnan(mixed.fixed_effects.value));
  CHECK(std::isnan(mixed.cluster_means.value));
}

TEST_CASE("with many areas the ways are drawn, the same each time") {
  std::vector<std::tuple<double, int, int, std::uint32_t>> rows;
  for (std::uint32_t area = 0; area < 40; ++area) {
    const int treated = area % 2 == 0 ? 1 : 0;
    rows.emplace_back(area % 7, treated, 0, area);
    rows.emplace_back(area % 5 + (treated == 1 ? 10U : 0U), treated, 1, area);
  }
  const DifferenceInDifferences got = difference_in_differences(of(rows));
  CHECK_FALSE(got.all_permutations);
  CHECK(got.permutations == 10'000);
  CHECK(got.permutation_p == 1e-4); // no draw is as far apart: the arms as they are, alone
  CHECK(got.permutation_p == difference_in_differences(of(rows)).permutation_p);
}
