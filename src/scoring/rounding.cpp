#include "scoring/rounding.hpp"

#include "base/text.hpp"

#include <array>
#include <cmath>

namespace joinedup {

double power_of_ten(int decimals) {
  constexpr std::array<double, 16> powers = {1.0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                             1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
  return powers.at(static_cast<std::size_t>(decimals));
}

std::int64_t scaled_half_up(double value, int decimals) {
  const double scaled = value * power_of_ten(decimals);
  const double whole = std::floor(scaled);
  constexpr double near_tie = 1e-6; // beyond this the binary error of the product cannot decide
  if (std::abs(scaled - whole - 0.5) > near_tie) return static_cast<std::int64_t>(std::floor(scaled + 0.5));
  // A tie or next to one: the shortest text decides. Shifted to be positive, half away from zero is half up.
  if (value >= 0) return std::llround(round_to(value, decimals) * power_of_ten(decimals));
  const std::int64_t away = std::llround(round_to(value, decimals) * power_of_ten(decimals));
  const std::int64_t beside = std::llround(round_to(value, decimals + 1) * power_of_ten(decimals + 1));
  const bool tie = round_to(value, decimals + 1) == value && beside % 10 == -5;
  return tie ? away + 1 : away;
}

} // namespace joinedup
