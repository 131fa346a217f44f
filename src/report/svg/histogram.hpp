// A histogram over the bands of its scale: the area of a bar is the share of people in it.
#pragma once

#include <string>
#include <vector>

namespace joinedup {

/// Texts are plain; the drawing escapes them.
struct HistogramBar {
  double low = 0, high = 0; ///< edges
  double share = 0;
  std::string description; ///< read on hover
};

/// A stretch of the scale with a name.
struct HistogramZone {
  double low = 0, high = 0;
  std::string name;
};

/// `id` is the drawing's own on its page; title and description are its text alternative.
struct HistogramWords {
  std::string id, title, description;
  std::string across; ///< what the axis shows
};

/// Bars in order, two or more; `unit`: the width whose share the height is read as. Scores of two states have `states`
/// as names instead of an axis of numbers.
struct Histogram {
  std::vector<HistogramBar> bars;
  std::vector<HistogramZone> zones;
  double unit = 1;
  int decimals = 0;
  std::vector<std::string> states;
};

std::string histogram_svg(const Histogram& histogram, const HistogramWords& words);

} // namespace joinedup
