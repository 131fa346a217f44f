#include "stats/correlation.hpp"

#include "stats/normal.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace joinedup {

Correlation pearson(std::span<const double> x, std::span<const double> y, double confidence) {
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  Correlation out{x.size(), none, none, none};
  if (x.size() < 3) return out;
  const double n = static_cast<double>(x.size());
  double mean_x = 0, mean_y = 0, xx = 0, yy = 0, xy = 0;
  for (std::size_t k = 0; k < x.size(); ++k) {
    mean_x += x[k] / n;
    mean_y += y[k] / n;
  }
  for (std::size_t k = 0; k < x.size(); ++k) {
    xx += (x[k] - mean_x) * (x[k] - mean_x);
    yy += (y[k] - mean_y) * (y[k] - mean_y);
    xy += (x[k] - mean_x) * (y[k] - mean_y);
  }
  if (!(xx > 0 && yy > 0)) return out;
  out.r = std::clamp(xy / std::sqrt(xx * yy), -1.0, 1.0);
  if (x.size() < 4) return out;
  const double half = normal_quantile((1 + confidence) / 2) / std::sqrt(n - 3);
  out.low = std::tanh(std::atanh(out.r) - half);
  out.high = std::tanh(std::atanh(out.r) + half);
  return out;
}

} // namespace joinedup
