#include "stats/moments.hpp"

#include <cmath>
#include <limits>

namespace joinedup {

Moments moments(std::span<const double> values, std::span<const double> weights) {
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  Moments out{0, 0, nan, nan};
  const auto weight_of = [&](std::size_t i) { return weights.empty() ? 1.0 : weights[i]; };
  const auto used = [&](std::size_t i) { return !std::isnan(values[i]) && weight_of(i) > 0; };
  double sum = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!used(i)) continue;
    ++out.n;
    out.weight += weight_of(i);
    sum += weight_of(i) * values[i];
  }
  if (out.n == 0) return out;
  out.mean = sum / out.weight;
  if (out.n < 2) return out;
  double squares = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (used(i)) squares += weight_of(i) * (values[i] - out.mean) * (values[i] - out.mean);
  }
  const auto n = static_cast<double>(out.n);
  out.sd = std::sqrt(n / (n - 1) * squares / out.weight);
  return out;
}

} // namespace joinedup
