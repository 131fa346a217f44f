// Normalisation: indicators in their own units -> points on a common scale, more is better. A small table by name.
#pragma once

#include "index/points_scale.hpp"

#include <joinedup/index_methods.hpp>

#include <span>
#include <string_view>

namespace joinedup {

/// The two ends of an indicator's scale in its own units; with `low_is_good` the lower end is worth 100 points.
struct Goalposts {
  double low = 0, high = 0;
  bool low_is_good = false;
};

/// What a normaliser is fitted to.
struct NormaliserInput {
  Goalposts goalposts;
  std::span<const double> areas = {};   ///< means of the areas that are shown, in own units; no NaN
  const MethodChoice* choice = nullptr; ///< of this method, with its parameters; null = its fallbacks
};

struct Normaliser {
  std::string_view name, what, source;
  PointsScale (*fit)(const NormaliserInput& input);
};

std::span<const Normaliser> normalisers();
const Normaliser* find_normaliser(std::string_view name); ///< nullptr = no such method

} // namespace joinedup
