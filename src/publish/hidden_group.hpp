// Whether cells that are hidden together can be told apart from their sum.
#pragma once

#include "publish/disclosure.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace joinedup {

/// Counts that a hidden cell must still be able to have: with fewer its n would be as good as published.
inline constexpr std::uint64_t fewest_values = 3;

/// Hidden areas whose sum can be had by subtraction from what is published. A status says of each part whether it is
/// below the minimum, so that a sum near the ends of what is possible gives its parts away: 18 people in two cells of
/// fewer than 10 are 9 and 9.
struct HiddenGroup {
  std::size_t cells = 0; ///< areas with respondents
  std::uint64_t few =
      0; ///< cells of the margin that they lie in (areas of a region, regions of the whole) with primary
  std::uint64_t others = 0; ///< and with other hiding
  std::uint64_t people = 0;

  void add(Hiding hiding) { ++(hiding == Hiding::primary ? few : others); }

  /// `told`: readers see which parts are below the minimum.
  bool safe(std::uint64_t minimum, bool told = true) const {
    return cells == 0 || (few + others >= 2 && people >= minimum && (!told || open(minimum)));
  }

private:
  /// Whether no part is down to fewer than `fewest_values` counts (a small one: to fewer than its status leaves).
  bool open(std::uint64_t minimum) const {
    const std::uint64_t least = few + others * minimum;
    if (people < least) return true; // parts of hidden regions: not the counts that their statuses speak of
    const std::uint64_t above = people - least + 1; // counts from the least upwards that the sum leaves each part
    if (few > 0) {
      const std::uint64_t most = few * (minimum - 1);
      std::uint64_t values = std::min(minimum - 1, above);
      if (others == 0) values = std::min(values, most - std::min(most, people) + 1);
      if (values < std::min(fewest_values, minimum - 1)) return false;
    }
    return others == 0 || above >= fewest_values;
  }
};

} // namespace joinedup
