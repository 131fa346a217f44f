// Paired change against R's t.test and the worked figures of the reference (data/change/README.md).
#include "evaluate/paired_change.hpp"
#include "evaluate/reliable_change.hpp"
#include "evaluate/signed_rank.hpp"
#include "support/catch.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

using namespace joinedup;

namespace {

struct Pairs {
  std::vector<std::string> ids;
  std::vector<double> before, after;
};

Pairs complete_pairs() {
  Pairs out;
  std::ifstream input(std::string(JOINEDUP_TESTS) + "/oracle/data/change/pairs.csv");
  std::string line;
  std::getline(input, line);
  while (std::getline(input, line)) {
    std::istringstream row(line);
    std::string id, first, second;
    std::getline(row, id, ',');
    std::getline(row, first, ',');
    std::getline(row, second, ',');
    if (first.empty() || first == "NA" || second.empty() || second == "NA") continue;
    out.ids.push_back(id);
    out.before.push_back(std::stod(first));
    out.after.push_back(std::stod(second));
  }
  return out;
}

nlohmann::json expected() {
  std::ifstream file(std::string(JOINEDUP_TESTS) + "/oracle/data/change/expected.json");
  return nlohmann::json::parse(file);
}

} // namespace

TEST_CASE("paired change agrees with R's t test") {
  const auto [ids, before, after] = complete_pairs();
  const auto wanted = expected();
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

TEST_CASE("reliable change agrees person by person") {
  const auto [ids, before, after] = complete_pairs();
  const auto wanted = expected();
  const ReliableChange got = reliable_change(before, after, wanted["reliability"].get<double>(), false);
  CHECK_THAT(got.sem, WithinRel(wanted["SEM"].get<double>(), 1e-9));
  CHECK_THAT(got.mdc95, WithinRel(wanted["MDC95"].get<double>(), 1e-9));
  CHECK(got.people == std::array<std::uint64_t, 3>{wanted["RCI_improved"].get<std::uint64_t>(),
                                                   wanted["RCI_unchanged"].get<std::uint64_t>(),
                                                   wanted["RCI_worse"].get<std::uint64_t>()});
  REQUIRE(wanted["rci"].size() == ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i)
    CHECK_THAT(reliable_change_index(before[i], after[i], got.sem),
               WithinAbs(wanted["rci"][ids[i]].get<double>(), 1e-9));
  const ReliableChange turned = reliable_change(before, after, 0.85, true);
  CHECK(turned.people == std::array<std::uint64_t, 3>{got.people[2], got.people[1], got.people[0]});
}

TEST_CASE("the signed rank test agrees with R's wilcox.test") {
  const auto [ids, before, after] = complete_pairs();
  std::vector<double> differences;
  for (std::size_t i = 0; i < before.size(); ++i)
    differences.push_back(after[i] - before[i]);
  const auto wanted = expected();
  const SignedRank got = signed_rank(differences);
  CHECK_THAT(got.v, WithinRel(wanted["wilcoxon_V"].get<double>(), 1e-12));
  CHECK_THAT(got.p, WithinRel(wanted["wilcoxon_p"].get<double>(), 1e-8));
}

TEST_CASE("nobody changes reliably where nothing varies, and equal pairs have no rank") {
  const std::vector<double> same{4, 4, 4};
  const ReliableChange got = reliable_change(same, std::vector<double>{4, 5, 6}, 0.8, false);
  CHECK(got.sem == 0);
  CHECK(got.people == std::array<std::uint64_t, 3>{});
  CHECK(std::isnan(reliable_change_index(1, 2, 0)));
  CHECK(std::isnan(reliable_change({}, {}, 0.8, false).sem));
  const std::vector<double> none{0, 0};
  CHECK(std::isnan(signed_rank(none).p));
  CHECK(signed_rank(none).v == 0);
  CHECK(std::isnan(signed_rank({}).v));
  // One difference of 1: V 1, mean 1/2, variance 1/4, and the correction takes all of it.
  const std::vector<double> one{2};
  CHECK(signed_rank(one).v == 1);
  CHECK(signed_rank(one).p == 1);
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
