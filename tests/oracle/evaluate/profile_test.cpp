// Profile statistics against R eq5d (data/eq5d/README.md).
#include "evaluate/profile_change.hpp"
#include "evaluate/profile_counts.hpp"
#include "support/catch.hpp"

#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <sstream>

using namespace joinedup;

namespace {

using Json = nlohmann::json;

/// Number of a profile's state; nothing where a dimension lacks.
std::optional<std::size_t> state_of(const std::string& profile, std::size_t levels) {
  std::size_t out = 0;
  if (profile.size() != 5) return std::nullopt;
  for (const char digit : profile) {
    const int level = digit - '1';
    if (level < 0 || level >= static_cast<int>(levels)) return std::nullopt;
    out = out * levels + static_cast<std::size_t>(level);
  }
  return out;
}

struct Waves {
  ProfileCounts before, after;
  ProfileChanges changes;
  explicit Waves(ProfileShape shape) : before(shape), after(shape), changes(shape) {}
};

Waves waves(const std::string& version, std::size_t levels) {
  Waves out(ProfileShape{5, levels});
  std::ifstream file(std::string(JOINEDUP_TESTS) + "/oracle/data/eq5d/profile_pairs.csv");
  std::string line;
  while (std::getline(file, line)) {
    std::vector<std::string> cells;
    std::istringstream row(line);
    for (std::string cell; std::getline(row, cell, ',');)
      cells.push_back(cell);
    if (cells[0] != version) continue;
    const auto pre = state_of(cells[3], levels), post = state_of(cells[4], levels);
    if (pre) out.before.add(*pre);
    if (post) out.after.add(*post);
    if (pre && post) out.changes.add(*pre, *post);
  }
  return out;
}

Json expected() {
  std::ifstream file(std::string(JOINEDUP_TESTS) + "/oracle/data/eq5d/profile_expected.json");
  return Json::parse(file);
}

const std::vector<std::string> dimensions = {"MO", "SC", "UA", "PD", "AD"};
constexpr std::array<std::pair<ProfileChange, const char*>, 4> with_problems = {
    {{ProfileChange::no_change, "No change"},
     {ProfileChange::improve, "Improve"},
     {ProfileChange::worsen, "Worsen"},
     {ProfileChange::mixed_change, "Mixed change"}}};

/// Percentages of the oracle have one decimal.
void check_split(const ChangeCounts& counts, const Json& wanted) {
  const ChangeShares shares = change_shares(counts);
  for (const auto& [change, name] : with_problems) {
    if (!wanted.contains(name)) continue;
    const auto c = static_cast<std::size_t>(change);
    CHECK(counts[c] == wanted[name]["Number"].get<std::uint64_t>());
    CHECK_THAT(shares.split[c], WithinAbs(wanted[name]["Percent"].get<double>(), 0.0501));
  }
  CHECK(shares.with_problems == wanted["Total with problems"]["Number"].get<std::uint64_t>());
  const auto no_problems = static_cast<std::size_t>(ProfileChange::no_problems);
  CHECK(counts[no_problems] == wanted["No problems"]["Number"].get<std::uint64_t>());
  CHECK_THAT(shares.split[no_problems], WithinAbs(wanted["No problems"]["Percent"].get<double>(), 0.0501));
}

void check_shannon(const Shannon& got, const Json& wanted) {
  CHECK_THAT(got.h, WithinAbs(wanted["H"].get<double>(), 1e-6));
  CHECK_THAT(got.most, WithinAbs(wanted["H.max"].get<double>(), 1e-6));
  CHECK_THAT(got.j, WithinAbs(wanted["J"].get<double>(), 1e-6));
}

} // namespace

TEST_CASE("profile statistics agree with R eq5d for all three instruments") {
  const Json all = expected();
  for (const auto& [version, levels] : {std::pair<std::string, std::size_t>{"3L", 3}, {"5L", 5}, {"Y3L", 3}}) {
    CAPTURE(version);
    const Waves w = waves(version, levels);
    const Json& wanted = all[version];
    check_split(w.changes.counts(), wanted["pchc_no_problems_split"]);
    const ChangeShares shares = change_shares(w.changes.counts());
    for (const auto& [change, name] : with_problems)
      CHECK_THAT(shares.plain[static_cast<std::size_t>(change)],
                 WithinAbs(wanted["pchc_plain"][name]["Percent"].get<double>(), 0.0501));
    for (std::size_t d = 0; d < dimensions.size(); ++d) {
      CAPTURE(dimensions[d]);
      check_split(w.changes.of_dimension(d), wanted["pchc_by_dimension"][dimensions[d]]);
      CHECK_THAT(w.changes.superiority(d),
                 WithinAbs(wanted["probability_of_superiority"][dimensions[d]].get<double>(), 1e-6));
      check_shannon(w.before.shannon_dimension(d, false), wanted["shannon_by_dimension"][dimensions[d]]);
      CHECK(w.before.levels()[d] == wanted["level_counts_pre"][dimensions[d]].get<std::vector<std::uint64_t>>());
    }
    CHECK_THAT(w.before.density_index(), WithinAbs(wanted["hsdi_pre"].get<double>(), 1e-6));
    CHECK_THAT(w.after.density_index(), WithinAbs(wanted["hsdi_post"].get<double>(), 1e-6));
    CHECK(w.before.distinct() == wanted["distinct_profiles_pre"].get<std::uint64_t>());
    check_shannon(w.before.shannon_profiles(false), wanted["shannon_profile_theoretical_max"]);
    check_shannon(w.before.shannon_profiles(true), wanted["shannon_profile_observed_max"]);
    const auto curve = w.before.density_curve();
    for (std::size_t i = 0; i < wanted["top5_pre"].size(); ++i)
      CHECK_THAT(curve[i].people, WithinAbs(wanted["top5_pre"][i]["cum_prop"].get<double>(), 1e-6));
  }
}
