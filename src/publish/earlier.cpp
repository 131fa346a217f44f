#include "publish/earlier.hpp"

#include "publish/hidden_group.hpp"

#include <tuple>

namespace joinedup {

namespace {

/// One cell of a margin, wherever it stands.
struct Cell {
  Hiding* hiding = nullptr; ///< in the cells of this release
  Hiding* mark = nullptr;   ///< in what is hidden for the difference
  std::uint64_t n = 0;
  std::optional<std::uint64_t> then;
  std::string_view code;

  bool shown() const { return *hiding == Hiding::shown; }
};

using Cells = std::vector<Cell>;

class Differences {
public:
  Differences(const Margins& margins, const CellCounts& counts, std::uint64_t minimum, const EarlierCells& earlier,
              HiddenCells& cells, HiddenCells& marks)
      : minimum_(minimum), earlier_(earlier) {
    for (std::size_t a = 0; a < margins.areas.size(); ++a)
      areas_.push_back({&cells.areas[a], &marks.areas[a], counts.areas[a], earlier.areas[a], margins.areas[a]});
    Cells of_whole;
    for (std::size_t r = 0; r < margins.regions.size(); ++r) {
      const Cell region{&cells.regions[r], &marks.regions[r], counts.regions[r], earlier.regions[r],
                        margins.regions[r]};
      of_whole.push_back(region);
      margins_.emplace_back(region, Cells());
      for (std::size_t a = 0; a < margins.areas.size(); ++a)
        if (margins.region_of[a] == r) margins_.back().second.push_back(areas_[a]);
    }
    for (std::size_t a = 0; a < margins.areas.size(); ++a)
      if (margins.region_of[a] == Margins::no_region) of_whole.push_back(areas_[a]);
    margins_.emplace_back(Cell{&cells.total, &marks.total, counts.total, earlier.total, {}}, of_whole);
  }

  /// Marks one more cell where something could be worked out; false = nothing can be.
  bool step() {
    for (const auto& [margin, cells] : margins_) {
      if (single(margin) || changed_group(margin, cells) || same_people(margin, cells)) return true;
      for (const Cell& cell : cells)
        if (single(cell)) return true;
    }
    for (const EarlierCells::Sum& sum : earlier_.sums)
      if (earlier_sum(sum)) return true;
    for (const EarlierCells::Parts& parts : earlier_.parts)
      if (made_of(parts)) return true;
    return false;
  }

private:
  static std::uint64_t apart(std::uint64_t a, std::uint64_t b) { return a > b ? a - b : b - a; }
  bool few(std::uint64_t people) const { return people > 0 && people < minimum_; }

  static bool mark(const Cell& cell) {
    *cell.mark = Hiding::difference;
    return true;
  }

  /// The smallest shown cell that `may` be hidden; equal n by code.
  template <typename May> static bool mark_smallest(const Cells& cells, May may) {
    const Cell* best = nullptr;
    for (const Cell& cell : cells)
      if (cell.shown() && cell.n > 0 && may(cell) &&
          (best == nullptr || std::tie(cell.n, cell.code) < std::tie(best->n, best->code)))
        best = &cell;
    return best != nullptr && mark(*best);
  }

  bool single(const Cell& cell) const {
    return cell.shown() && cell.then && few(apart(cell.n, *cell.then)) && mark(cell);
  }

  /// The cells that are not shown both times, as a group: their people then and now follow from the margin. A cell that
  /// brings the group's change to the minimum goes first.
  bool changed_group(const Cell& margin, const Cells& cells) const {
    if (!margin.shown() || !margin.then) return false;
    std::uint64_t now = margin.n, then = *margin.then;
    bool any = false;
    for (const Cell& cell : cells) {
      if (cell.shown() && cell.then) {
        now -= std::min(now, cell.n);
        then -= std::min(then, *cell.then);
      } else {
        any = any || cell.n > 0;
      }
    }
    if (!any || !few(apart(now, then))) return false;
    const auto both = [](const Cell& cell) { return cell.then.has_value(); };
    const auto enough = [&](const Cell& cell) { return both(cell) && !few(apart(now + cell.n, then + *cell.then)); };
    return mark_smallest(cells, enough) || mark_smallest(cells, both) || mark(margin);
  }

  /// Same people as then: a cell is known when it was shown either time.
  bool same_people(const Cell& margin, const Cells& cells) const {
    if (!margin.then || *margin.then != margin.n) return false;
    HiddenGroup both;
    for (const Cell& cell : cells) {
      if (cell.shown() || cell.then || cell.n == 0) continue;
      ++both.cells;
      both.people += cell.n;
      both.add(*cell.hiding);
    }
    return !both.safe(minimum_) && mark_smallest(cells, [](const Cell& cell) { return !cell.then; });
  }

  bool earlier_sum(const EarlierCells::Sum& sum) const {
    HiddenGroup hidden;
    std::uint64_t people = 0;
    Cells cells;
    for (const std::size_t a : sum.areas) {
      const Cell& area = areas_[a];
      cells.push_back(area);
      people += area.n;
      if (area.shown() || area.n == 0) continue;
      ++hidden.cells;
      hidden.people += area.n;
      hidden.add(*area.hiding);
    }
    const std::uint64_t rest = apart(people, sum.n);
    if (rest >= minimum_) return false;
    if (hidden.cells == 0 ? rest == 0 : hidden.safe(minimum_)) return false;
    return mark_smallest(cells, [](const Cell&) { return true; });
  }

  bool made_of(const EarlierCells::Parts& parts) const {
    const Cell& area = areas_[parts.area];
    if (!area.shown() || area.n <= parts.shown) return false;
    const std::uint64_t rest = area.n - parts.shown;
    return (few(rest) || parts.some_hidden) && mark(area);
  }

  std::uint64_t minimum_;
  const EarlierCells& earlier_;
  Cells areas_;
  std::vector<std::pair<Cell, Cells>> margins_;
};

void join(std::vector<Hiding>& out, const std::vector<Hiding>& more) {
  for (std::size_t i = 0; i < out.size(); ++i)
    if (more[i] != Hiding::shown) out[i] = more[i];
}

HiddenCells joined(HiddenCells out, const HiddenCells* more) {
  if (more == nullptr) return out;
  join(out.areas, more->areas);
  join(out.regions, more->regions);
  if (more->total != Hiding::shown) out.total = more->total;
  return out;
}

void name_differences(std::vector<Hiding>& cells, const std::vector<Hiding>& marks) {
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (marks[i] == Hiding::difference && cells[i] == Hiding::secondary) cells[i] = Hiding::difference;
}

} // namespace

HiddenCells hide_differences(const Margins& margins, const CellCounts& counts, std::uint64_t minimum,
                             const OtherColumn& other, const EarlierCells& earlier) {
  HiddenCells marks{std::vector<Hiding>(counts.areas.size(), Hiding::shown),
                    std::vector<Hiding>(counts.regions.size(), Hiding::shown), Hiding::shown};
  for (;;) {
    const HiddenCells always = joined(marks, other.always);
    HiddenCells cells = hide_small_cells(margins, counts, minimum, {&always, other.first, other.told});
    if (Differences(margins, counts, minimum, earlier, cells, marks).step()) continue;
    name_differences(cells.areas, marks.areas);
    name_differences(cells.regions, marks.regions);
    if (marks.total == Hiding::difference && cells.total == Hiding::secondary) cells.total = Hiding::difference;
    return cells;
  }
}

} // namespace joinedup
