#include "publish/share_rules.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

using namespace joinedup;

namespace {

using Answers = std::vector<std::pair<double, int>>; ///< answer, how many give it

std::vector<double> scores_of(const Answers& answers) {
  std::vector<double> out;
  for (const auto& [answer, n] : answers)
    out.insert(out.end(), static_cast<std::size_t>(n), answer);
  return out;
}

/// All that occurs is what the group has.
ShareFault fault_of(const std::vector<std::vector<double>>& measures) {
  std::vector<std::vector<double>> seen = measures;
  std::vector<SharedMeasure> shared;
  for (std::size_t i = 0; i < measures.size(); ++i) {
    std::ranges::sort(seen[i]);
    const auto again = std::ranges::unique(seen[i]);
    seen[i].erase(again.begin(), again.end());
    shared.push_back({measures[i], &seen[i]});
  }
  const std::vector<std::uint64_t> counts(measures.empty() ? 0 : measures.front().size(), 1);
  return share_fault(shared, counts, 10);
}

ShareFault fault_of(const Answers& answers) { return fault_of(std::vector<std::vector<double>>{scores_of(answers)}); }

/// Two measures with two answers each, and how many give both.
ShareFault fault_of_table(int n00, int n01, int n10, int n11) {
  return fault_of(
      {scores_of({{0, n00}, {0, n01}, {1, n10}, {1, n11}}), scores_of({{0, n00}, {1, n01}, {0, n10}, {1, n11}})});
}

} // namespace

TEST_CASE("Groups of fewer than ten people are not shared") {
  CHECK(fault_of(Answers{{0, 4}, {1, 5}}) == ShareFault::few);
  CHECK(fault_of(Answers{{0, 10}, {1, 10}}) == ShareFault::none);
}

TEST_CASE("A row may stand for many people") {
  const std::vector<double> seen{0, 1};
  const std::vector<SharedMeasure> one{{{0, 1}, &seen}};
  CHECK(share_fault(one, std::vector<std::uint64_t>{10, 10}, 10) == ShareFault::none);
  CHECK(share_fault(one, std::vector<std::uint64_t>{10, 9}, 10) == ShareFault::alike);
}

TEST_CASE("Ten people differ from the commonest answer") {
  CHECK(fault_of(Answers{{5, 100}}) == ShareFault::alike);
  CHECK(fault_of(Answers{{5, 99}, {4, 1}}) == ShareFault::alike);
  CHECK(fault_of(Answers{{5, 91}, {4, 9}}) == ShareFault::alike);
  CHECK(fault_of(Answers{{5, 90}, {4, 10}}) == ShareFault::none);
}

TEST_CASE("Nobody or ten people differ from any two answers") {
  CHECK(fault_of(Answers{{0, 30}, {1, 30}, {2, 9}}) == ShareFault::alike);
  CHECK(fault_of(Answers{{0, 30}, {1, 30}, {2, 10}}) == ShareFault::none);
}

TEST_CASE("Of two measures ten people give neither of two answers") {
  CHECK(fault_of_table(10, 10, 10, 10) == ShareFault::none);
  CHECK(fault_of_table(9, 10, 10, 10) == ShareFault::alike);
  CHECK(fault_of_table(10, 10, 10, 9) == ShareFault::alike);
  CHECK(fault_of_table(50, 0, 0, 50) == ShareFault::alike); // who says 1 here says 1 there
}

TEST_CASE("Of a measure with few answers each is given by ten people") {
  CHECK(fault_of(Answers{{0, 30}, {1, 30}, {2, 10}, {3, 9}}) == ShareFault::rare);
  CHECK(fault_of(Answers{{0, 30}, {1, 30}, {2, 10}, {3, 10}}) == ShareFault::none);
}

TEST_CASE("Sums leave a thousand sets of answers that fit, on average") {
  // 15 of 18 people on 6 answers: C(20, 5) = 15,504 ways, and 76 x 376 values of the two sums.
  CHECK(fault_of(Answers{{0, 3}, {1, 3}, {2, 3}, {3, 3}, {4, 3}, {5, 3}}) == ShareFault::determined);
  // 1,000 of 1,200: C(1005, 5) = 8.5e12 ways, 5,001 x 25,001 values: 68,000 each.
  CHECK(fault_of(Answers{{0, 200}, {1, 200}, {2, 200}, {3, 200}, {4, 200}, {5, 200}}) == ShareFault::none);
}

TEST_CASE("Scores on no grid are like fingerprints") {
  std::vector<double> roots, whole;
  for (int k = 0; k < 200; ++k) {
    roots.push_back(std::sqrt(k % 20 + 2.0));
    whole.push_back(k % 20 / 3.0);
  }
  CHECK(fault_of({roots}) == ShareFault::determined);
  CHECK(fault_of({whole}) == ShareFault::none);
}
