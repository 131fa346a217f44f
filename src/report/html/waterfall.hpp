// The steps from the whole's index to an area's, rounded so that the printed numbers add up.
#pragma once

#include <joinedup/results.hpp>

#include <string>
#include <vector>

namespace joinedup {

/// One part: the running level before and after it. Levels are rounded and parts are differences of rounded levels, so
/// each printed part is within one unit of the last place of its true value and the sum is exact.
struct WaterfallStep {
  std::string label;
  double weight = 0;
  double from = 0, to = 0;
  double points() const { return to - from; }
};

struct Waterfall {
  double start = 0, end = 0; ///< the whole's index and the area's, as printed
  std::vector<WaterfallStep> steps;
};

inline constexpr int waterfall_decimals = 2;

/// Empty steps where the area has no index, or the whole none, or a part is not given.
Waterfall waterfall(const RunResults& results, const AreaResult& area);

/// "62.81 − 2.93 − 0.52 + 0.31 = 59.67".
std::string equation(const Waterfall& waterfall);

} // namespace joinedup
