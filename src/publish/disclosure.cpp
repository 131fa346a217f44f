#include "publish/disclosure.hpp"

#include "publish/hidden_group.hpp"

#include <optional>
#include <string_view>
#include <tuple>

namespace joinedup {

namespace {

class Hider {
public:
  Hider(const Margins& margins, const CellCounts& counts, std::uint64_t minimum, const HiddenCells* first, bool told,
        HiddenCells& cells)
      : margins_(margins), counts_(counts), minimum_(minimum), first_(first), told_(told), cells_(cells) {}

  /// Hides one more cell where something could be worked out; false = nothing can be.
  bool step() {
    for (std::size_t r = 0; r < margins_.regions.size(); ++r) {
      if (cells_.regions[r] != Hiding::shown || group_in(r).safe(minimum_, told_)) continue;
      if (const auto area = smallest_shown_area(r))
        cells_.areas[*area] = Hiding::secondary;
      else
        cells_.regions[r] = Hiding::secondary;
      return true;
    }
    if (cells_.total != Hiding::shown) return false;
    return protect_hidden_regions() || protect_whole();
  }

private:
  bool in(std::size_t area, std::size_t region) const { return margins_.region_of[area] == region; }
  bool hidden(std::size_t area) const { return cells_.areas[area] != Hiding::shown; }

  HiddenGroup group_in(std::size_t region) const {
    HiddenGroup group;
    for (std::size_t a = 0; a < margins_.areas.size(); ++a) {
      if (!in(a, region) || !hidden(a) || counts_.areas[a] == 0) continue;
      ++group.cells;
      group.people += counts_.areas[a];
      group.add(cells_.areas[a]);
    }
    return group;
  }

  /// A hidden region whose areas are all shown is their sum: hide the smallest of them.
  bool protect_hidden_regions() {
    for (std::size_t r = 0; r < margins_.regions.size(); ++r) {
      if (cells_.regions[r] == Hiding::shown || counts_.regions[r] == 0 || group_in(r).cells > 0) continue;
      if (const auto area = smallest_shown_area(r)) {
        cells_.areas[*area] = Hiding::secondary;
        return true;
      }
    }
    return false;
  }

  /// What the whole less all that is shown leaves: the hidden areas of hidden regions and of no region.
  HiddenGroup group_of_whole() const {
    HiddenGroup group = group_in(Margins::no_region);
    for (std::size_t r = 0; r < margins_.regions.size(); ++r) {
      if (cells_.regions[r] == Hiding::shown) continue;
      const HiddenGroup region = group_in(r);
      group.cells += region.cells;
      group.people += region.people;
      if (region.cells > 0) group.add(cells_.regions[r]);
    }
    return group;
  }

  bool protect_whole() {
    if (group_of_whole().safe(minimum_, told_)) return false;
    const auto area = smallest_shown_area(Margins::no_region);
    const auto region = smallest_shown_region();
    if (area && (!region || key_of_area(*area) < key_of_region(*region)))
      cells_.areas[*area] = Hiding::secondary;
    else if (region)
      cells_.regions[*region] = Hiding::secondary;
    else if (const auto inside = smallest_shown_area_of_hidden_regions())
      cells_.areas[*inside] = Hiding::secondary;
    else
      cells_.total = Hiding::secondary;
    return true;
  }

  std::optional<std::size_t> smallest_shown_area_of_hidden_regions() const {
    std::optional<std::size_t> best;
    for (std::size_t r = 0; r < margins_.regions.size(); ++r) {
      if (cells_.regions[r] == Hiding::shown) continue;
      const auto area = smallest_shown_area(r);
      if (area && (!best || key_of_area(*area) < key_of_area(*best))) best = area;
    }
    return best;
  }

  /// The order in which cells are hidden.
  using Key = std::tuple<bool, std::uint64_t, std::string_view>;
  Key key_of_area(std::size_t a) const {
    const bool first = first_ && first_->areas[a] != Hiding::shown;
    return {!first, counts_.areas[a], margins_.areas[a]};
  }
  Key key_of_region(std::size_t r) const {
    const bool first = first_ && first_->regions[r] != Hiding::shown;
    return {!first, counts_.regions[r], margins_.regions[r]};
  }

  std::optional<std::size_t> smallest_shown_area(std::size_t region) const {
    std::optional<std::size_t> best;
    for (std::size_t a = 0; a < margins_.areas.size(); ++a) {
      if (!in(a, region) || hidden(a) || counts_.areas[a] == 0) continue;
      if (!best || key_of_area(a) < key_of_area(*best)) best = a;
    }
    return best;
  }

  std::optional<std::size_t> smallest_shown_region() const {
    std::optional<std::size_t> best;
    for (std::size_t r = 0; r < margins_.regions.size(); ++r) {
      if (cells_.regions[r] != Hiding::shown || counts_.regions[r] == 0) continue;
      if (!best || key_of_region(r) < key_of_region(*best)) best = r;
    }
    return best;
  }

  const Margins& margins_;
  const CellCounts& counts_;
  std::uint64_t minimum_;
  const HiddenCells* first_;
  bool told_;
  HiddenCells& cells_;
};

std::vector<Hiding> small_ones(const std::vector<std::uint64_t>& counts, std::uint64_t minimum,
                               const std::vector<Hiding>* always) {
  std::vector<Hiding> out(counts.size(), Hiding::shown);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] < minimum)
      out[i] = Hiding::primary;
    else if (always && (*always)[i] != Hiding::shown)
      out[i] = Hiding::secondary;
  }
  return out;
}

} // namespace

HiddenCells hide_small_cells(const Margins& margins, const CellCounts& counts, std::uint64_t minimum,
                             const OtherColumn& other) {
  HiddenCells cells;
  cells.areas = small_ones(counts.areas, minimum, other.always ? &other.always->areas : nullptr);
  cells.regions = small_ones(counts.regions, minimum, other.always ? &other.always->regions : nullptr);
  if (counts.total < minimum)
    cells.total = Hiding::primary;
  else if (other.always && other.always->total != Hiding::shown)
    cells.total = Hiding::secondary;
  Hider hider(margins, counts, minimum, other.first, other.told, cells);
  while (hider.step()) {}
  return cells;
}

} // namespace joinedup
