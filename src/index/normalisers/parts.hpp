// What several normalisers share.
#pragma once

#include "index/normalise.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>

namespace joinedup {

/// NaN where no area has a value.
struct AreaEnds {
  double low = std::numeric_limits<double>::quiet_NaN(), high = low;
};

inline AreaEnds ends_of(std::span<const double> areas) {
  if (areas.empty()) return {};
  const auto [low, high] = std::minmax_element(areas.begin(), areas.end());
  return {*low, *high};
}

inline PointsScale no_points(std::string reason) {
  PointsScale out;
  out.none = std::move(reason);
  return out;
}

/// A parameter as the definition gives it, or the fallback of the method.
inline double parameter(const NormaliserInput& input, std::string_view method, std::string_view name) {
  return input.choice != nullptr ? input.choice->number(name) : MethodChoice{std::string(method)}.number(name);
}

/// centre + spread (value - mean) / sd, turned round where low is good.
inline PointsLine line_about(double mean, double sd, const NormaliserInput& input, std::string_view method) {
  const double spread = parameter(input, method, "spread");
  const double slope = (input.goalposts.low_is_good ? -spread : spread) / sd;
  return {parameter(input, method, "centre") - slope * mean, slope};
}

} // namespace joinedup
