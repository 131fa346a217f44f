// Small numbers: which cells of a published column are hidden, so that nobody can be worked out, by subtraction either
// (RULINGS R4). A column (the index, or one indicator) has a cell per area, per region and one for the whole; the cells
// of a region add up to it, regions and areas without a region add up to the whole.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace joinedup {

/// How cells add up.
struct Margins {
  static constexpr std::size_t no_region = static_cast<std::size_t>(-1);
  std::vector<std::string> areas, regions; ///< codes: ties go by them
  std::vector<std::size_t> region_of;      ///< [area] number of its region, or no_region
};

/// Respondents behind the cells of one column.
struct CellCounts {
  std::vector<std::uint64_t> areas, regions;
  std::uint64_t total = 0;
};

enum class Hiding : std::uint8_t {
  shown,
  primary,   ///< fewer respondents than the minimum
  secondary, ///< a smaller cell could be worked out from it
  difference ///< with an earlier release it would tell of fewer than the minimum
};

struct HiddenCells {
  std::vector<Hiding> areas, regions;
  Hiding total = Hiding::shown;
};

/// What another column hides, so that two columns of nearly the same answers do not give each other away.
struct OtherColumn {
  const HiddenCells* always = nullptr; ///< hidden there, hidden here (as secondary cells)
  const HiddenCells* first = nullptr;  ///< hidden there: goes first where a cell is needed here, before smaller ones
  bool told = false; ///< readers see which cells are below the minimum: then each must be open to three counts or more
};

/// Primary: n below `minimum`. Secondary, to a fixed point: what can be had by subtraction from a published margin must
/// hold two areas with respondents or more, `minimum` respondents or more, and leave three counts or more to each of
/// them; else the shown cell of that margin with the smallest n is hidden too (equal n: by code). A region that is left
/// with nothing to hide behind is hidden itself, and then another region with an area of it, since the regions are
/// cells of the whole.
HiddenCells hide_small_cells(const Margins& margins, const CellCounts& counts, std::uint64_t minimum,
                             const OtherColumn& other = {});

} // namespace joinedup
