// One row of a chart of shares: parts that add up to a whole side by side, x in per cent so that it stretches.
#pragma once

#include "report/svg/scale.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

struct StackPart {
  double share = 0;     ///< of 1
  std::string_view css; ///< colour class: vlo lo no hi vhi
};

/// The parts from left to right, with their shares in per cent where there is room. Those below the middle bear
/// stripes, so that they are told from those above without colour.
std::string stack_svg(const std::vector<StackPart>& parts);
/// The pattern of the stripes, once a page that has such a chart.
std::string stripes_svg();

/// A bar of a share and, round it, of a larger one that holds it: solid within an outline. Shares below 0, which come
/// of chance, start and end at 0.
std::string nested_bars_svg(const AxisScale& scale, double inner, double outer);

} // namespace joinedup
