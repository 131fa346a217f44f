#include "stats/shape.hpp"

#include <cmath>
#include <limits>
#include <vector>

namespace joinedup {

bool Shape::outlying() const { return std::fabs(skewness) >= 2 && kurtosis >= 3.5; }

Shape shape_of(std::span<const double> values) {
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  std::vector<double> x;
  double mean = 0;
  for (const double v : values) {
    if (std::isnan(v)) continue;
    x.push_back(v);
    mean += v;
  }
  const auto n = static_cast<double>(x.size());
  if (x.size() < 4) return {none, none};
  mean /= n;
  double m2 = 0, m3 = 0, m4 = 0;
  for (const double v : x) {
    const double d = v - mean;
    m2 += d * d / n;
    m3 += d * d * d / n;
    m4 += d * d * d * d / n;
  }
  if (!(m2 > 0)) return {none, none};
  return {std::sqrt(n * (n - 1)) / (n - 2) * m3 / std::pow(m2, 1.5),
          (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * (m4 / (m2 * m2) - 3) + 6)};
}

} // namespace joinedup
