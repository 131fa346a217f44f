// Normalisation: indicators in their own units -> points from 0 (worst) to 100 (best). A small table by name.
#pragma once

#include <span>
#include <string_view>

namespace joinedup {

/// The two ends of an indicator's scale in its own units; with `low_is_good` the lower end is worth 100 points.
struct Goalposts {
  double low = 0, high = 0;
  bool low_is_good = false;
};

/// points = intercept + slope * value. Normalisers are straight lines, so that sampling errors of means carry over to
/// points exactly.
struct PointsLine {
  double intercept = 0, slope = 0;
  double operator()(double value) const { return intercept + slope * value; }
};

struct Normaliser {
  std::string_view name, what, source;
  PointsLine (*fit)(const Goalposts& goalposts);
};

std::span<const Normaliser> normalisers();
const Normaliser* find_normaliser(std::string_view name); ///< nullptr = no such method

} // namespace joinedup
