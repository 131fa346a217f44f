#include "pipeline/compare_hiding.hpp"

#include "support/catch.hpp"

using namespace joinedup;

namespace {

CountedFigures area(std::uint64_t people, std::vector<Distribution> distributions) {
  return {people, std::move(distributions)};
}

} // namespace

TEST_CASE("a category of 1 to 4 takes the next smallest with it and nobody is shown") {
  CHECK(hidden_categories({100, 3, 7, 0, 50}) == std::vector<bool>{false, true, true, false, false});
  CHECK(hidden_categories({100, 3, 2, 0, 50}) == std::vector<bool>{false, true, true, false, false});
  CHECK(hidden_categories({100, 1, 2, 0, 50}) == std::vector<bool>{false, true, true, false, true});
  CHECK(hidden_categories({100, 5, 0, 0, 50}) == std::vector<bool>(5, false));
  CHECK(hidden_categories({12, 1}) == std::vector<bool>{true, true}); // the complement of 12 is 1
}

TEST_CASE("levels hidden in one dimension alone could be had from the mean level sum, so a second hides too") {
  const CountedFigures total = area(60, {{50, 8, 2}, {20, 30, 10}, {60, 0, 0}});
  const FigureHiding linked = hide_in_total(total, 10, true), alone = hide_in_total(total, 10, false);
  CHECK(linked.small[0] == std::vector<bool>{false, true, true});
  CHECK(linked.small[1] == std::vector<bool>{true, false, true});
  CHECK(linked.small[2] == std::vector<bool>(3, false));
  CHECK(alone.small[1] == std::vector<bool>(3, false));
}

TEST_CASE("two hidden areas of 10 people or more together are enough and fewer take another") {
  const auto hide = [](std::vector<std::uint64_t> n) {
    std::vector<CountedFigures> areas;
    std::vector<std::string> codes;
    for (const std::uint64_t people : n) {
      codes.push_back(std::string(1, static_cast<char>('A' + codes.size())));
      areas.push_back(area(people, {}));
    }
    std::vector<bool> out;
    for (const FigureHiding& one : hide_in_areas(codes, areas, {}, 10, true))
      out.push_back(one.all);
    return out;
  };
  CHECK(hide({9, 8, 30, 40}) == std::vector<bool>{true, true, false, false});
  CHECK(hide({1, 2, 30, 40}) == std::vector<bool>{true, true, true, false});
  CHECK(hide({0, 12, 30}) == std::vector<bool>{false, false, false});
}

// First: A has 2 at the third level and is hidden; the total less B and C would be A, so B, the smaller, goes with it.
// Second: A and B together have 3 at the second level, so C goes too. Third: nothing is small.
TEST_CASE("an area's distribution with a small category is hidden with areas until subtraction tells of nobody") {
  const HiddenCategories total{{false, false, false}};
  const auto hidden = [&](const std::vector<CountedFigures>& areas) {
    std::vector<bool> out;
    for (const FigureHiding& one : hide_in_areas({"A", "B", "C"}, areas, total, 10, false))
      out.push_back(one.small[0][0]);
    return out;
  };
  CHECK(hidden({area(22, {{20, 0, 2}}), area(30, {{25, 0, 5}}), area(40, {{30, 10, 0}})}) ==
        std::vector<bool>{true, true, false});
  CHECK(hidden({area(25, {{20, 3, 2}}), area(30, {{25, 0, 5}}), area(60, {{48, 12, 0}})}) ==
        std::vector<bool>{true, true, true});
  CHECK(hidden({area(20, {{20, 0, 0}}), area(30, {{25, 0, 5}}), area(40, {{30, 10, 0}})}) ==
        std::vector<bool>{false, false, false});
}

TEST_CASE("level frequencies that their level sum would give away are pooled with another of that sum") {
  ProfileCounts counts({2, 4}); // states in lexicographic order: 11, 12, 13, 14, 21 ...
  counts.add(0, 40);            // 11: sum 2, frequency 2000
  counts.add(2, 30);            // 13: sum 4, 1010
  counts.add(5, 3);             // 22: sum 4, 0200
  const ShownScores shown = shown_scores(counts);
  CHECK(shown.sums == std::map<std::size_t, std::uint64_t>{{2, 40}, {4, 33}});
  CHECK(shown.frequencies == std::map<std::string, std::uint64_t>{{"2000", 40}});
  CHECK(shown.pooled_frequencies == 33);
  CHECK(shown.pooled_sums == 0);
}

TEST_CASE("the density curve ends before states of few people and before a rest of few") {
  ProfileCounts counts({2, 4});
  for (const auto& [state, people] : {std::pair{0U, 40U}, {1U, 20U}, {2U, 3U}})
    counts.add(state, people);
  CHECK(shown_points(counts.density_curve(), counts.n()) == 1); // 3 left would be told by 1 - 60/63
  counts.add(3, 4);
  CHECK(shown_points(counts.density_curve(), counts.n()) == 2); // 7 of two states are left
}
