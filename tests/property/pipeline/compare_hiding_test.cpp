// What subtraction leaves of a published comparison holds nobody, or enough people.
#include "pipeline/compare_hiding.hpp"

#include "support/catch.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <numeric>

using namespace joinedup;

namespace {

bool enough(std::uint64_t people) { return people == 0 || people >= fewest_in_category; }

/// Counts that are often small and sometimes 0.
Distribution draw(std::size_t categories) {
  Distribution out(categories);
  for (std::uint64_t& people : out)
    people = *rc::gen::element<std::uint64_t>(0, 0, 1, 2, 4, 5, 6, 9, 12, 30, 80);
  return out;
}

} // namespace

TEST_CASE("no category of an area can be had by subtraction") {
  CHECK(rc::check([] {
    const auto count = static_cast<std::size_t>(*rc::gen::inRange(1, 8));
    std::vector<std::string> codes;
    std::vector<CountedFigures> areas;
    CountedFigures total{0, {Distribution(4), Distribution(4)}};
    for (std::size_t a = 0; a < count; ++a) {
      codes.push_back(std::to_string(a));
      CountedFigures one{0, {draw(4), {}}};
      one.people = std::accumulate(one.distributions[0].begin(), one.distributions[0].end(), std::uint64_t{0});
      one.distributions[1] = {one.people / 2, 0, one.people - one.people / 2, 0};
      for (std::size_t d = 0; d < 2; ++d) {
        for (std::size_t c = 0; c < 4; ++c)
          total.distributions[d][c] += one.distributions[d][c];
      }
      total.people += one.people;
      areas.push_back(std::move(one));
    }
    const FigureHiding whole = hide_in_total(total, 10, true);
    const auto hiding = hide_in_areas(codes, areas, whole.small, 10, true);
    for (std::size_t d = 0; d < 2; ++d) {
      std::uint64_t hidden_in_total = 0;
      std::size_t categories = 0;
      Distribution left = total.distributions[d];
      for (std::size_t c = 0; c < 4; ++c) {
        RC_ASSERT(whole.all || whole.small[d][c] || enough(left[c]));
        if (!whole.small[d][c] || left[c] == 0) continue;
        hidden_in_total += left[c];
        ++categories;
      }
      RC_ASSERT(whole.all || categories == 0 || (categories >= 2 && enough(hidden_in_total)));
      std::size_t hidden_areas = 0;
      for (std::size_t a = 0; a < count; ++a) {
        if (areas[a].people == 0) continue;
        if (hiding[a].all || hiding[a].small[d][0]) {
          ++hidden_areas;
          continue;
        }
        for (std::size_t c = 0; c < 4; ++c) {
          RC_ASSERT(enough(areas[a].distributions[d][c]));
          left[c] -= areas[a].distributions[d][c];
        }
      }
      const bool everywhere = hidden_areas == count;
      RC_ASSERT(hidden_areas != 1 || everywhere || total.people == 0 ||
                static_cast<std::size_t>(std::count_if(areas.begin(), areas.end(),
                                                       [](const CountedFigures& one) { return one.people > 0; })) == 1);
      for (std::size_t c = 0; c < 4; ++c)
        RC_ASSERT(whole.all || whole.small[d][c] || hidden_areas == 0 || enough(left[c]));
    }
  }));
}

TEST_CASE("no level frequency can be had from the level sums") {
  CHECK(rc::check([] {
    ProfileCounts counts({3, 3});
    const Distribution people = draw(27);
    for (std::size_t s = 0; s < people.size(); ++s)
      counts.add(s, people[s]);
    RC_PRE(counts.n() >= 10);
    const ShownScores shown = shown_scores(counts);
    std::uint64_t left = 0;
    std::map<std::size_t, std::uint64_t> by_sum = shown.sums;
    for (const auto& [code, n] : counts.level_frequencies()) {
      const auto digit = [&code = code](std::size_t l) { return static_cast<std::size_t>(code[l] - '0'); };
      const std::size_t sum = digit(0) + 2 * digit(1) + 3 * digit(2);
      if (!shown.frequencies.contains(code)) {
        left += n;
      } else {
        RC_ASSERT(enough(n));
        if (by_sum.contains(sum)) by_sum[sum] -= n;
      }
    }
    for (const auto& [sum, n] : by_sum)
      RC_ASSERT(enough(n));
    RC_ASSERT(left == shown.pooled_frequencies);
    RC_ASSERT(enough(shown.pooled_frequencies));
    RC_ASSERT(enough(shown.pooled_sums));
  }));
}
