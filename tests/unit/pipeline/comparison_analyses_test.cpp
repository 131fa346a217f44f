// Funnels, reliability, peers and chances of ranks on a small study made by hand.
#include "pipeline/analysis.hpp"
#include "pipeline/assemble.hpp"

#include "support/catch.hpp"
#include "support/estimate_builder.hpp"

#include <algorithm>
#include <cmath>
#include <set>

using namespace joinedup;
using namespace joinedup::test;

namespace {

std::string code_of(std::uint64_t a) { return std::string("A") + (a < 9 ? "0" : "") + std::to_string(a + 1); }

/// Twelve areas of n = 100, 110, ...: x = 40, 43, ..., y falls half as fast, so the index rises by 0.75 an area and its
/// variance is 50 / n. A13 is too small to show and hides A01, the next smallest, with it.
Estimates thirteen() {
  std::vector<DomainEstimate> areas;
  for (std::uint64_t a = 0; a < 12; ++a) {
    const std::uint64_t n = 100 + 10 * a;
    const double mean = 40 + 3 * static_cast<double>(a);
    areas.push_back(area_of(code_of(a), {{n, mean}, {n, 90 - mean / 2}}, n));
  }
  areas.push_back(area_of("A13", {{5, 50}, {5, 50}}, 5));
  return estimates_of(std::move(areas), 2, {"x", "y"});
}

template <typename Ask> RunResults asked(Ask ask) {
  RunResults results = results_for({"x", "y"}, 2);
  ask(results);
  const Estimates estimates = thirteen();
  const auto assembly = assemble(estimates, nullptr, results);
  REQUIRE(assembly);
  add_analyses({estimates, nullptr, assembly->frame, assembly->drafts, results, 1}, results);
  return results;
}

const ResultTable& table(const RunResults& results, const std::string& id) {
  const auto found = std::ranges::find(results.tables, id, &ResultTable::id);
  REQUIRE(found != results.tables.end());
  return *found;
}

double number(const TableCell& cell) { return std::get<double>(cell); }
std::string text(const TableCell& cell) { return std::get<std::string>(cell); }

/// Areas in a row: who is next to whom is plain.
PeersSpec in_a_row() {
  PeersSpec out;
  out.columns = {"place"};
  out.k = 2;
  for (std::uint64_t a = 0; a < 13; ++a)
    out.rows.push_back({code_of(a), {static_cast<double>(a)}});
  return out;
}

} // namespace

TEST_CASE("a funnel has a row for each area that is shown, with limits about its target") {
  const RunResults results = asked([](RunResults& r) { r.study.funnel = true; });
  const ResultTable& funnel = table(results, "funnel");
  CHECK(funnel.rows.size() == 33); // 11 areas x index, x and y
  for (const auto& row : funnel.rows)
    CHECK((text(row[0]) != "A01" && text(row[0]) != "A13"));
  const auto& first = funnel.rows.front();
  CHECK(text(first[0]) == "A02");
  CHECK(text(first[2]) == "index");
  const double se = std::sqrt(50.0 / 110), target = number(first[6]);
  CHECK_THAT(number(first[4]), WithinAbs(55.75, 1e-12));
  CHECK_THAT(number(first[7]), WithinAbs(target - 1.959963984540054 * se, 1e-9));
  CHECK_THAT(number(first[8]), WithinAbs(target + 1.959963984540054 * se, 1e-9));
  CHECK_THAT(number(first[9]), WithinAbs(target - 3.090232306167813 * se, 1e-9));
  CHECK_THAT(number(first[10]), WithinAbs(target + 3.090232306167813 * se, 1e-9));
  CHECK_THAT(number(first[11]), WithinAbs((55.75 - target) / se, 1e-9));
  CHECK(std::holds_alternative<std::monostate>(first[14])); // no binomial limits for a mean
}

TEST_CASE("a proportion has binomial limits and a z on the arcsine scale") {
  // Shares of 0.72 and 0.80 on 100: limits of METHODS' worked example about 0.72.
  RunResults results = results_for({"p"}, 1);
  results.indicators[0].statistic = "proportion";
  results.indicators[0].high = 1;
  results.study.funnel = true;
  results.study.target.kind = TargetKind::table;
  results.study.target.rows = {{"p", 0.72, 0}, {"index", 72, 0}};
  DomainEstimate area = area_of("A01", {{100, 0.80}}, 100);
  area.covariance = {0.80 * 0.20 / 100};
  const Estimates estimates = estimates_of({area}, 1, {"p"});
  const auto assembly = assemble(estimates, nullptr, results);
  REQUIRE(assembly);
  add_analyses({estimates, nullptr, assembly->frame, assembly->drafts, results, 1}, results);
  const ResultTable& funnel = table(results, "funnel");
  REQUIRE(funnel.rows.size() == 2);
  const auto& row = funnel.rows[1];
  CHECK_THAT(number(row[13]), WithinAbs(100, 1e-9));
  CHECK_THAT(number(row[14]), WithinAbs(0.624654, 5e-7));
  CHECK_THAT(number(row[15]), WithinAbs(0.800773, 5e-7));
  CHECK_THAT(number(row[18]), WithinAbs(0.570821, 5e-7));
  CHECK_THAT(number(row[19]), WithinAbs(0.847029, 5e-7));
  CHECK_THAT(number(row[22]), WithinAbs((std::asin(std::sqrt(.8)) - std::asin(std::sqrt(.72))) * 2 * 10, 1e-9));
}

TEST_CASE("reliability counts the respondents that a wanted reliability takes") {
  const RunResults results = asked([](RunResults& r) { r.study.reliability = true; });
  const ResultTable& found = table(results, "reliability");
  REQUIRE(found.rows.size() == 3);
  const auto& x = found.rows[1];
  CHECK(text(x[0]) == "x");
  CHECK(std::get<std::uint64_t>(x[1]) == 11);
  CHECK_THAT(number(x[2]), WithinAbs(160, 1e-12));
  // x rises by 3 over 11 areas: variance 99 less sampling of about 0.65, and 100 for one respondent.
  CHECK_THAT(number(x[3]), WithinAbs(0.496, 2e-3));
  const double icc = number(x[3]);
  CHECK_THAT(number(x[5]), WithinAbs(160 * icc / (1 + 159 * icc), 1e-12));
  CHECK(std::get<std::uint64_t>(x[6]) == 3); // .7 x .504 / (.496 x .3) = 2.4
  CHECK(std::get<std::uint64_t>(x[8]) == 10);
}

TEST_CASE("reliability of fewer than five areas is not given, and said") {
  RunResults results = results_for({"x"}, 1);
  results.study.reliability = true;
  const Estimates estimates =
      estimates_of({area_of("A01", {{100, 50}}, 100), area_of("A02", {{90, 52}}, 90)}, 1, {"x"});
  const auto assembly = assemble(estimates, nullptr, results);
  REQUIRE(assembly);
  add_analyses({estimates, nullptr, assembly->frame, assembly->drafts, results, 1}, results);
  CHECK(results.tables.empty());
  CHECK(results.diagnostics.count("J696") == 1);
}

TEST_CASE("an area is held against the mean of its nearest, with the errors of all") {
  const RunResults results = asked([](RunResults& r) { r.study.peers = in_a_row(); });
  const ResultTable& peers = table(results, "peers");
  REQUIRE(peers.rows.size() == 11);
  const auto& first = peers.rows.front(); // A02: its neighbour A01 is hidden, so A03 and A04
  CHECK(text(first[0]) == "A02");
  CHECK(std::get<std::uint64_t>(first[2]) == 2);
  CHECK_THAT(number(first[5]), WithinAbs(-1.125 * 2 / 2, 1e-9));
  const double se = std::sqrt(50.0 / 110 + (50.0 / 120 + 50.0 / 130) / 4);
  CHECK_THAT(number(first[7]), WithinAbs(-1.125 / se, 1e-9));
  const auto& middle = peers.rows[5]; // A07 lies half way between A06 and A08
  CHECK_THAT(number(middle[5]), WithinAbs(0, 1e-9));
  CHECK(text(middle[9]) == "as expected");
  const ResultTable& who = table(results, "peer_distances");
  CHECK(text(who.rows[0][2]) == "A03");
  CHECK(text(who.rows[1][2]) == "A04");
  for (const auto& row : who.rows)
    CHECK((text(row[2]) != "A01" && text(row[2]) != "A13"));
  CHECK(peers.notes[1].ends_with(": 2"));
}

TEST_CASE("rows of the table of peers that are no area, and columns that do not vary, are said") {
  PeersSpec spec = in_a_row();
  spec.columns.emplace_back("same");
  for (PeerRow& row : spec.rows)
    row.values.push_back(1);
  spec.rows.push_back({"A99", {0, 1}});
  const RunResults results = asked([&](RunResults& r) { r.study.peers = spec; });
  CHECK(results.diagnostics.count("J699") == 1);
  CHECK(results.diagnostics.count("J695") == 1);
  CHECK(table(results, "peers").rows.size() == 11);
}

TEST_CASE("an index that is never banded is not held against peers") {
  const RunResults results = asked([](RunResults& r) {
    r.study.peers = in_a_row();
    r.index.ranked = false;
  });
  CHECK(results.tables.empty());
  CHECK(results.settings.back().value.ends_with("never ranked or banded"));
}

TEST_CASE("chances of the highest and lowest fifth are shares of draws that add up") {
  const auto with_seed = [](std::uint64_t seed) {
    return asked([seed](RunResults& r) {
      r.study.comparison.rank_draws = 400;
      r.study.seed = seed;
    });
  };
  const RunResults results = with_seed(1);
  const ResultTable& chances = table(results, "rank_chances");
  REQUIRE(chances.rows.size() == 11);
  double expected = 0, top = 0, bottom = 0;
  for (const auto& row : chances.rows) {
    expected += number(row[3]);
    top += number(row[4]);
    bottom += number(row[5]);
  }
  CHECK_THAT(expected, WithinAbs(66, 1e-9)); // 1 + 2 + ... + 11: every pair is won once
  CHECK_THAT(top, WithinAbs(3, 1e-9));       // three of eleven are a fifth, rounded up
  CHECK_THAT(bottom, WithinAbs(3, 1e-9));
  CHECK(number(chances.rows.back()[4]) > 0.9); // A12
  CHECK(table(with_seed(1), "rank_chances").rows == chances.rows);
  CHECK(table(with_seed(2), "rank_chances").rows != chances.rows);
}

TEST_CASE("fifths of eleven ranked areas hold three, two, two, two and two of them") {
  const RunResults results = asked([](RunResults& r) { r.study.comparison.fifths = true; });
  const ResultTable& fifths = table(results, "rank_fifths");
  REQUIRE(fifths.rows.size() == 11);
  std::vector<int> in(6, 0);
  for (const auto& row : fifths.rows) {
    const auto rank = std::get<std::uint64_t>(row[2]), fifth = std::get<std::uint64_t>(row[3]);
    ++in[fifth];
    CHECK((rank <= 3) == (fifth == 1));
    CHECK(std::get<std::uint64_t>(row[4]) <= fifth);
    CHECK(std::get<std::uint64_t>(row[5]) >= fifth);
  }
  CHECK(in == std::vector<int>{0, 3, 2, 2, 2, 2});
}
