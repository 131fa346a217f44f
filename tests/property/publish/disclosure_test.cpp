// Hiding held against an attacker who knows every shown cell and solves for the rest.
#include "publish/disclosure.hpp"

#include "support/catch.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace joinedup;

namespace {

using Row = std::vector<double>;

struct Column {
  Margins margins;
  CellCounts counts;
};

Column draw() {
  Column out;
  const std::size_t regions = *rc::gen::inRange<std::size_t>(0, 4);
  const std::size_t areas = *rc::gen::inRange<std::size_t>(1, 9);
  for (std::size_t r = 0; r < regions; ++r)
    out.margins.regions.push_back("R" + std::to_string(r));
  out.counts.regions.assign(regions, 0);
  for (std::size_t a = 0; a < areas; ++a) {
    const std::size_t home = *rc::gen::inRange<std::size_t>(0, regions + 1);
    const auto n = *rc::gen::element<std::uint64_t>(0, 1, 3, 7, 9, 10, 12, 12, 30, 50, 200);
    out.margins.areas.push_back("A" + std::to_string(a));
    out.margins.region_of.push_back(home == regions ? Margins::no_region : home);
    out.counts.areas.push_back(n);
    out.counts.total += n;
    if (home < regions) out.counts.regions[home] += n;
  }
  return out;
}

/// One equation per margin over the cells that the attacker lacks: areas first, then regions. An area with nobody is
/// no unknown.
std::vector<Row> equations(const Column& c, const HiddenCells& cells) {
  const std::size_t areas = c.margins.areas.size(), regions = c.margins.regions.size();
  const auto hidden_area = [&](std::size_t a) { return cells.areas[a] != Hiding::shown && c.counts.areas[a] > 0; };
  std::vector<Row> rows;
  Row whole(areas + regions, 0);
  for (std::size_t r = 0; r < regions; ++r) {
    Row row(areas + regions, 0);
    for (std::size_t a = 0; a < areas; ++a)
      if (c.margins.region_of[a] == r && hidden_area(a)) row[a] = 1;
    if (cells.regions[r] != Hiding::shown && c.counts.regions[r] > 0) row[areas + r] = whole[areas + r] = -1;
    rows.push_back(row);
  }
  for (std::size_t a = 0; a < areas; ++a)
    if (c.margins.region_of[a] == Margins::no_region && hidden_area(a)) whole[a] = -1;
  if (cells.total == Hiding::shown) rows.push_back(whole);
  return rows;
}

std::size_t rank_of(std::vector<Row> rows) {
  std::size_t rank = 0;
  const std::size_t width = rows.empty() ? 0 : rows.front().size();
  for (std::size_t column = 0; column < width && rank < rows.size(); ++column) {
    std::size_t pivot = rank;
    while (pivot < rows.size() && std::fabs(rows[pivot][column]) < 1e-9)
      ++pivot;
    if (pivot == rows.size()) continue;
    std::swap(rows[rank], rows[pivot]);
    for (std::size_t r = rank + 1; r < rows.size(); ++r) {
      const double factor = rows[r][column] / rows[rank][column];
      for (std::size_t i = column; i < width; ++i)
        rows[r][i] -= factor * rows[rank][i];
    }
    ++rank;
  }
  return rank;
}

bool can_solve(std::vector<Row> rows, const Row& combination) {
  const std::size_t before = rank_of(rows);
  rows.push_back(combination);
  return rank_of(rows) == before;
}

} // namespace

TEST_CASE("no hidden cell follows from what is shown") {
  CHECK(rc::check([] {
    const Column c = draw();
    const HiddenCells cells = hide_small_cells(c.margins, c.counts, 10);
    const auto rows = equations(c, cells);
    const std::size_t areas = c.margins.areas.size();
    for (std::size_t i = 0; i < areas + c.margins.regions.size(); ++i) {
      const bool is_area = i < areas;
      const Hiding hiding = is_area ? cells.areas[i] : cells.regions[i - areas];
      const std::uint64_t n = is_area ? c.counts.areas[i] : c.counts.regions[i - areas];
      Row one(areas + c.margins.regions.size(), 0);
      one[i] = 1;
      if (hiding != Hiding::shown && n > 0) RC_ASSERT(!can_solve(rows, one));
    }
  }));
}

TEST_CASE("no sum of hidden areas with too few people follows from what is shown") {
  CHECK(rc::check([] {
    const Column c = draw();
    const HiddenCells cells = hide_small_cells(c.margins, c.counts, 10);
    const auto rows = equations(c, cells);
    const std::size_t areas = c.margins.areas.size();
    for (unsigned set = 1; set < 1U << areas; ++set) {
      Row sum(areas + c.margins.regions.size(), 0);
      std::uint64_t people = 0;
      bool unknowns = true;
      for (std::size_t a = 0; a < areas; ++a)
        if (set >> a & 1U) {
          unknowns = unknowns && cells.areas[a] != Hiding::shown && c.counts.areas[a] > 0;
          people += c.counts.areas[a];
          sum[a] = 1;
        }
      if (unknowns && people < 10) RC_ASSERT(!can_solve(rows, sum));
    }
  }));
}

TEST_CASE("hiding is a fixed point") {
  CHECK(rc::check([] {
    const Column c = draw();
    const HiddenCells once = hide_small_cells(c.margins, c.counts, 10);
    const HiddenCells twice = hide_small_cells(c.margins, c.counts, 10, {&once, nullptr});
    RC_ASSERT(once.areas == twice.areas);
    RC_ASSERT(once.regions == twice.regions);
    RC_ASSERT(once.total == twice.total);
  }));
}

TEST_CASE("no published margin has exactly one hidden cell with people in it") {
  CHECK(rc::check([] {
    const Column c = draw();
    const HiddenCells cells = hide_small_cells(c.margins, c.counts, 10);
    for (std::size_t r = 0; r < c.margins.regions.size(); ++r) {
      if (cells.regions[r] != Hiding::shown) continue;
      std::size_t hidden = 0;
      for (std::size_t a = 0; a < c.margins.areas.size(); ++a)
        hidden += c.margins.region_of[a] == r && cells.areas[a] != Hiding::shown && c.counts.areas[a] > 0 ? 1U : 0U;
      RC_ASSERT(hidden != 1);
    }
  }));
}

TEST_CASE("which cells are hidden does not depend on the order of the areas") {
  CHECK(rc::check([] {
    const Column c = draw();
    std::vector<std::size_t> order(c.margins.areas.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::reverse(order.begin(), order.end());
    Column turned = c;
    for (std::size_t i = 0; i < order.size(); ++i) {
      turned.margins.areas[i] = c.margins.areas[order[i]];
      turned.margins.region_of[i] = c.margins.region_of[order[i]];
      turned.counts.areas[i] = c.counts.areas[order[i]];
    }
    const HiddenCells cells = hide_small_cells(c.margins, c.counts, 10);
    const HiddenCells again = hide_small_cells(turned.margins, turned.counts, 10);
    for (std::size_t i = 0; i < order.size(); ++i)
      RC_ASSERT(again.areas[i] == cells.areas[order[i]]);
  }));
}

TEST_CASE("a higher minimum shows nothing that a lower one hides for itself, and in one margin nothing at all") {
  CHECK(rc::check([] {
    const Column c = draw();
    const auto low = *rc::gen::inRange<std::uint64_t>(2, 15), high = low + *rc::gen::inRange<std::uint64_t>(1, 40);
    const HiddenCells before = hide_small_cells(c.margins, c.counts, low);
    const HiddenCells after = hide_small_cells(c.margins, c.counts, high);
    for (std::size_t a = 0; a < c.margins.areas.size(); ++a) {
      const bool small = c.counts.areas[a] > 0 && c.counts.areas[a] < low;
      const bool must = c.margins.regions.empty() ? before.areas[a] != Hiding::shown : small;
      if (must) RC_ASSERT(after.areas[a] != Hiding::shown);
    }
  }));
}
