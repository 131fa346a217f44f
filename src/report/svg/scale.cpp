#include "report/svg/scale.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace joinedup {

std::vector<double> AxisScale::inner_ticks() const {
  std::vector<double> ticks;
  const double count = std::round((high - low) / step);
  const double first = std::round(low / step);
  for (double i = 1; i < count; ++i)
    ticks.push_back((first + i) * step);
  return ticks;
}

int AxisScale::decimals() const { return step >= 1 ? 0 : static_cast<int>(std::ceil(-std::log10(step) - 1e-9)); }

AxisScale axis_scale(double low, double high, int steps) {
  const double size = std::max(std::abs(low), std::abs(high));
  if (!(high - low > std::max(1e-9, size * 1e-12))) {
    const double half = std::max(0.5, size * 1e-6); // of numbers so large that half a point is lost in them
    low -= half;
    high += half;
  }
  constexpr std::array<double, 5> nice = {1, 2, 4, 5, 10};
  const double least = (high - low) / steps;
  const double power = std::pow(10, std::floor(std::log10(least)));
  const double factor = *std::ranges::find_if(nice, [&](double f) { return f * power >= least * (1 - 1e-9); });
  const double step = factor * power;
  return {std::floor(low / step + 1e-9) * step, std::ceil(high / step - 1e-9) * step, step};
}

void Extent::add(double value) {
  if (!std::isfinite(value)) return;
  low_ = empty_ ? value : std::min(low_, value);
  high_ = empty_ ? value : std::max(high_, value);
  empty_ = false;
}

std::string at_percent(double percent) { return fmt::format("{:.2f}%", percent); }

} // namespace joinedup
