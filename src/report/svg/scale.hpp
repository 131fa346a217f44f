// The axis of a chart: a range that holds the data, cut at round steps, mapped to per cent of the drawing's width.
#pragma once

#include <string>
#include <vector>

namespace joinedup {

/// Invariant: low < high, both whole multiples of `step`, which is 1, 2, 4 or 5 times a power of ten.
struct AxisScale {
  double low = 0, high = 1, step = 1;

  double percent(double value) const { return (value - low) / (high - low) * 100; }
  std::vector<double> inner_ticks() const; ///< multiples of step strictly inside the range
  int decimals() const;                    ///< that show every tick in full
};

/// The narrowest such range of at most about `steps` steps that holds both ends. Equal ends are widened.
AxisScale axis_scale(double low, double high, int steps = 7);

/// Collects what an axis must hold.
class Extent {
public:
  void add(double value);
  bool empty() const { return empty_; }
  double low() const { return low_; }
  double high() const { return high_; }

private:
  double low_ = 0, high_ = 0;
  bool empty_ = true;
};

/// A position in per cent as an SVG attribute: "43.21%".
std::string at_percent(double percent);

} // namespace joinedup
