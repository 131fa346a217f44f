// Those who did not answer: how different they would have to be to change an area's band.
#pragma once

#include <joinedup/results.hpp>

#include <span>

namespace joinedup {

/// An area's response rate: a share of 1, above 0.
struct AreaRate {
  const AreaResult* area = nullptr;
  double rate = 0;
};

/// Table `tipping_point`: an area's band, the smallest difference between the index of those who did not answer and of
/// those who did that would move it to the next, and what their index would then be. Areas without a band, and those
/// where everybody answered, are left out and counted in the notes. The spread is (value - target) / z, so that the
/// published band is the one that tips.
ResultTable tipping_table(std::span<const AreaRate> areas, const RunResults& results);

} // namespace joinedup
