// Whether the numbers of an item lie on another scale than its codes: shifted, or wider.
#pragma once

#include <joinedup/instrument.hpp>

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace joinedup {

struct ScaleHint {
  std::vector<int> shifts; ///< what was added to every code; several = cannot be told apart; none = another scale
  int low = 0, high = 0;   ///< numbers found, without those that look like missing codes
  std::vector<int> missing_looks; ///< numbers that look like missing codes

  bool shifted() const { return !shifts.empty(); }
  bool any() const { return shifted() || wider; }
  bool wider = false; ///< more than slips lie outside, and no shift explains them

  /// Cell text -> code, when one shift explains all.
  std::map<std::string, int> recode(const Item& item) const;
};

/// `numbers`: whole numbers found in the cells and how often. An item whose numbers fit its codes best as they are has
/// no shift, even when a shift would also hold some of them: 4 and 5 are legal where 4 to 8 are found for 1 to 5.
/// Where several shifts hold all numbers, those of `left_out` (previews, unfinished records) may tell which it is.
ScaleHint scale_hint(const Item& item, const std::map<int, std::uint64_t>& numbers, const std::set<int>& left_out = {});

/// -99, 99, 9, 88, 777 and the like.
bool looks_like_missing(int number);

} // namespace joinedup
