// A funnel: each area by the precision of its value and its gap from the target, between the limits of chance.
#pragma once

#include <string>
#include <vector>

namespace joinedup {

/// Texts are plain; the drawing escapes them.
struct FunnelPoint {
  double se = 0;           ///< above 0; points without are not drawn
  double difference = 0;   ///< value less target, in the unit of se
  std::string description; ///< of the point, read on hover
  std::string css;         ///< vhi hi no lo vlo
  std::string shape;       ///< up, dot, down
};

/// `id` is the drawing's own on its page; title and description are its text alternative.
struct FunnelWords {
  std::string id, title, description;
};

/// The drawing with limits of 95 % and 99.8 % as curves over precision 1 / se. Empty where fewer than two points can be
/// drawn.
std::string funnel_svg(const std::vector<FunnelPoint>& points, const FunnelWords& words);

} // namespace joinedup
