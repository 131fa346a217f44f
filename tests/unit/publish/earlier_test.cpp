#include "publish/earlier.hpp"

#include "support/catch.hpp"

#include <numeric>

using namespace joinedup;

namespace {

constexpr Hiding shown = Hiding::shown, primary = Hiding::primary, secondary = Hiding::secondary,
                 difference = Hiding::difference;
constexpr std::optional<std::uint64_t> unknown;

/// Areas a, b, c ... of no region, and the whole.
Margins flat(std::size_t areas) {
  Margins out;
  for (std::size_t a = 0; a < areas; ++a) {
    out.areas.emplace_back(1, static_cast<char>('a' + a));
    out.region_of.push_back(Margins::no_region);
  }
  return out;
}

std::vector<Hiding> hidden(const std::vector<std::uint64_t>& now, EarlierCells earlier) {
  const CellCounts counts{now, {}, std::accumulate(now.begin(), now.end(), std::uint64_t{0})};
  return hide_differences(flat(now.size()), counts, 10, {}, earlier).areas;
}

EarlierCells then(std::vector<std::optional<std::uint64_t>> areas, std::optional<std::uint64_t> total) {
  EarlierCells out;
  out.areas = std::move(areas);
  out.total = total;
  return out;
}

} // namespace

TEST_CASE("the very same figures tell nothing new") {
  CHECK(hidden({50, 60, 70}, then({50, 60, 70}, 180)) == std::vector{shown, shown, shown});
}

TEST_CASE("a figure that has grown by fewer than ten is hidden, and another with it") {
  // a has 4 people more, and so has the whole: it goes too, else a follows.
  const CellCounts counts{{54, 60, 70}, {}, 184};
  const HiddenCells cells = hide_differences(flat(3), counts, 10, {}, then({50, 60, 70}, 180));
  CHECK(cells.areas[0] == difference);
  CHECK(cells.total == difference);
}

TEST_CASE("figures that have grown by ten or more, or not at all, are shown") {
  CHECK(hidden({60, 60, 85}, then({50, 60, 70}, 180)) == std::vector{shown, shown, shown});
}

TEST_CASE("growth in a hidden group of fewer than ten takes another area with it") {
  // Hidden then: a and b, 45 people together. Now they are 49: the four new ones would be known as a group. With c
  // hidden too the group has grown by 14, and a has company enough without b.
  CHECK(hidden({5, 44, 70, 95}, then({unknown, unknown, 60, 80}, 185)) ==
        std::vector{primary, shown, difference, shown});
}

TEST_CASE("what was shown then does not protect now") {
  // Same people. Then a was hidden with c; now b would be the next smallest, but b is known.
  CHECK(hidden({5, 40, 50}, then({unknown, 40, unknown}, 95)) == std::vector{primary, shown, difference});
}

TEST_CASE("an area that was shown as part of a sum does not give the rest away") {
  // a and b were one area of 66 people: if b is shown now, so is a.
  EarlierCells earlier = then({unknown, unknown, unknown, unknown}, unknown);
  earlier.sums.push_back({{0, 1}, 66});
  CHECK(hidden({6, 60, 30, 80}, earlier) == std::vector{primary, difference, shown, shown});
  earlier.sums[0].n = 200; // most of it from elsewhere
  CHECK(hidden({6, 60, 30, 80}, earlier) == std::vector{primary, shown, secondary, shown});
}

TEST_CASE("an area made of parts does not give the hidden one away") {
  EarlierCells earlier = then({unknown, unknown, unknown}, unknown);
  earlier.parts.push_back({0, 50, true});
  CHECK(hidden({57, 60, 70}, earlier) == std::vector{difference, secondary, shown});
  earlier.parts[0] = {0, 57, false};
  CHECK(hidden({57, 60, 70}, earlier) == std::vector{shown, shown, shown});
  earlier.parts[0] = {0, 50, false}; // seven people that no part had
  CHECK(hidden({57, 60, 70}, earlier) == std::vector{difference, secondary, shown});
}

TEST_CASE("small cells are hidden whatever was published before") {
  CHECK(hidden({6, 60, 70}, then({unknown, unknown, unknown}, unknown)) == std::vector{primary, secondary, shown});
}
