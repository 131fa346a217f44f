// What of a row of counts may be shown under disclosure rules.
#pragma once

#include "evaluate/count_row.hpp"
#include "publish/count_rules.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace joinedup {

/// One organisation, or one sum of them; `parent` empty = all of them together.
struct CountedUnit {
  std::string code, parent;
  const CountRow* row = nullptr;
};

struct CountMask {
  std::vector<bool> options; ///< starred counts; empty = none
  bool n = false;            ///< whether n is starred
  bool shares = false;       ///< whether shares are
  UnitHiding unit;
  /// Whether options are starred though their unit is not.
  bool some_options() const {
    return !unit.starred() && std::find(options.begin(), options.end(), true) != options.end();
  }
};

/// In the order given. Parents are ranked among all parents, by the sum of their units; a starred one stars its two
/// lowest where the rules say so. Rows without counts have nothing to star but stand by the total that they give.
std::vector<CountMask> mask_counts(const std::vector<CountedUnit>& units, const DisclosureRules& rules);

} // namespace joinedup
