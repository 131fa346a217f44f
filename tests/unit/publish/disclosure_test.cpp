#include "publish/disclosure.hpp"

#include "support/catch.hpp"

#include <numeric>

using namespace joinedup;

namespace {

constexpr Hiding shown = Hiding::shown, primary = Hiding::primary, secondary = Hiding::secondary;

/// Areas a, b, c ... of no region.
HiddenCells flat(const std::vector<std::uint64_t>& counts, std::uint64_t minimum = 10) {
  Margins margins;
  CellCounts cells;
  cells.areas = counts;
  for (std::size_t a = 0; a < counts.size(); ++a) {
    margins.areas.emplace_back(1, static_cast<char>('a' + a));
    margins.region_of.push_back(Margins::no_region);
  }
  cells.total = std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
  return hide_small_cells(margins, cells, minimum, {nullptr, nullptr, true});
}

struct Tree {
  Margins margins;
  CellCounts counts;
};

/// Regions R0, R1 ... with areas named after them.
Tree tree(const std::vector<std::vector<std::uint64_t>>& regions) {
  Tree out;
  for (std::size_t r = 0; r < regions.size(); ++r) {
    out.margins.regions.push_back("R" + std::to_string(r));
    out.counts.regions.push_back(std::accumulate(regions[r].begin(), regions[r].end(), std::uint64_t{0}));
    out.counts.total += out.counts.regions.back();
    for (std::size_t a = 0; a < regions[r].size(); ++a) {
      out.margins.areas.push_back("R" + std::to_string(r) + "A" + std::to_string(a));
      out.margins.region_of.push_back(r);
      out.counts.areas.push_back(regions[r][a]);
    }
  }
  return out;
}

HiddenCells hide(const std::vector<std::vector<std::uint64_t>>& regions) {
  const Tree t = tree(regions);
  return hide_small_cells(t.margins, t.counts, 10);
}

} // namespace

TEST_CASE("two small cells hide each other") {
  // docs/methods.md, section 12: 120 = 60, 45, 8, 7.
  CHECK(flat({60, 45, 8, 7}).areas == std::vector{shown, shown, primary, primary});
}

TEST_CASE("one small cell takes the next smallest with it") {
  // docs/methods.md, section 12: 116 = 60, 50, 6.
  CHECK(flat({60, 50, 6}).areas == std::vector{shown, secondary, primary});
}

TEST_CASE("of equal cells the first by code is hidden") {
  CHECK(flat({50, 50, 6}).areas == std::vector{secondary, shown, primary});
}

TEST_CASE("the smallest allowed cell is shown") { CHECK(flat({10, 50, 60}).areas == std::vector{shown, shown, shown}); }

TEST_CASE("hidden cells that together are still too small take another with them") {
  // 3 and 4: what the total leaves would be 7 people.
  CHECK(flat({3, 4, 20, 30}).areas == std::vector{primary, primary, secondary, shown});
}

TEST_CASE("a cell without anyone hides nobody and needs no company") {
  CHECK(flat({0, 50, 60}).areas == std::vector{primary, shown, shown});
  CHECK(flat({0, 6, 50, 60}).areas == std::vector{primary, primary, secondary, shown});
}

TEST_CASE("one small area and nobody else hides the whole too") {
  const HiddenCells cells = flat({6});
  CHECK(cells.areas == std::vector{primary});
  CHECK(cells.total == primary);
}

TEST_CASE("cells whose sum tells how many are in each take another with them") {
  // Statuses say that both are below 10: a sum of 18 or 17 leaves one and two ways, 16 leaves 7 to 9.
  CHECK(flat({9, 9, 40, 50}).areas == std::vector{primary, primary, secondary, shown});
  CHECK(flat({9, 8, 40, 50}).areas == std::vector{primary, primary, secondary, shown});
  CHECK(flat({8, 8, 40, 50}).areas == std::vector{primary, primary, shown, shown});
  // And that the second is 10 or more: a sum of 11 is 1 and 10.
  CHECK(flat({1, 10, 40, 50}).areas == std::vector{primary, secondary, secondary, shown});
  CHECK(flat({2, 10, 40, 50}).areas == std::vector{primary, secondary, secondary, shown});
  CHECK(flat({3, 10, 40, 50}).areas == std::vector{primary, secondary, shown, shown});
}

TEST_CASE("each region is a margin of its own") {
  const HiddenCells cells = hide({{6, 40, 50}, {30, 35, 40}, {7, 8, 60}});
  CHECK(cells.areas == std::vector{primary, secondary, shown, shown, shown, shown, primary, primary, shown});
  CHECK(cells.regions == std::vector{shown, shown, shown});
}

TEST_CASE("a hidden region takes another region and one of its areas with it") {
  // R0 has 9 people in all. The whole less the other regions would give it away, and so would R1 if it were hidden with
  // all its areas on show.
  const HiddenCells cells = hide({{4, 5}, {30, 35}, {50, 60}});
  CHECK(cells.regions == std::vector{primary, secondary, shown});
  CHECK(cells.areas == std::vector{primary, primary, secondary, shown, shown, shown});
}

TEST_CASE("two hidden regions hide each other") {
  const HiddenCells cells = hide({{4, 3}, {3, 4}, {50, 60}});
  CHECK(cells.regions == std::vector{primary, primary, shown});
  CHECK(cells.areas == std::vector{primary, primary, primary, primary, shown, shown});
}

TEST_CASE("a region of one area cannot be shown when its area is hidden for another reason") {
  const Tree t = tree({{40}, {30, 35}, {50, 60}});
  HiddenCells also;
  also.areas = {secondary, shown, shown, shown, shown};
  also.regions = {shown, shown, shown};
  const HiddenCells cells = hide_small_cells(t.margins, t.counts, 10, {&also, nullptr});
  CHECK(cells.regions == std::vector{secondary, secondary, shown});
  CHECK(cells.areas == std::vector{secondary, secondary, shown, shown, shown});
}

TEST_CASE("a cell that another column hides goes before smaller ones") {
  Margins margins{{"a", "b", "c"}, {}, {Margins::no_region, Margins::no_region, Margins::no_region}};
  const CellCounts counts{{6, 40, 50}, {}, 96};
  const HiddenCells elsewhere{{primary, shown, secondary}, {}, shown};
  CHECK(hide_small_cells(margins, counts, 10, {nullptr, &elsewhere}).areas == std::vector{primary, shown, secondary});
  CHECK(hide_small_cells(margins, counts, 10).areas == std::vector{primary, secondary, shown});
}

TEST_CASE("with a minimum of nobody everything is shown") {
  CHECK(flat({0, 1, 50}, 0).areas == std::vector{shown, shown, shown});
}
