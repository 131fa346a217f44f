// Small numbers across releases: what a figure tells once an earlier one over the same people, or over some of them, is
// known. What was hidden then is not known, and what was shown then cannot be taken back.
#pragma once

#include "publish/disclosure.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace joinedup {

/// What an earlier release showed of the cells of one column: n, nothing where it was hidden or not there.
struct EarlierCells {
  /// Areas of this release whose sum was one figure then, under another geography.
  struct Sum {
    std::vector<std::size_t> areas;
    std::uint64_t n = 0;
  };
  /// What an area of this release was made of then.
  struct Parts {
    std::size_t area = 0;
    std::uint64_t shown = 0; ///< people of the parts that were shown
    bool some_hidden = false;
  };
  std::vector<std::optional<std::uint64_t>> areas, regions;
  std::optional<std::uint64_t> total;
  std::vector<Sum> sums;
  std::vector<Parts> parts;
};

/// hide_small_cells, and besides, to a fixed point: no shown cell, and no group of cells that follows from a shown
/// margin, differs from what it was then by 1 to minimum - 1 people; where the people of a margin are those of then,
/// the cells hidden both times are a group that hide_small_cells would call safe. What is hidden for this reason alone
/// is Hiding::difference.
HiddenCells hide_differences(const Margins& margins, const CellCounts& counts, std::uint64_t minimum,
                             const OtherColumn& other, const EarlierCells& earlier);

} // namespace joinedup
