#include "stats/sobol.hpp"

#include <limits>

namespace joinedup {

namespace {

double variance_of_both(std::span<const double> a, std::span<const double> b) {
  const double n = static_cast<double>(a.size() + b.size());
  double mean = 0, squares = 0;
  for (const auto& sample : {a, b})
    for (const double y : sample)
      mean += y / n;
  for (const auto& sample : {a, b})
    for (const double y : sample)
      squares += (y - mean) * (y - mean);
  return squares / (n - 1);
}

} // namespace

SobolIndices sobol_indices(std::span<const double> a, std::span<const double> b,
                           std::span<const std::vector<double>> ab) {
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  SobolIndices out;
  out.variance = variance_of_both(a, b);
  for (const std::vector<double>& mixed : ab) {
    double alone = 0, with_others = 0;
    for (std::size_t r = 0; r < a.size(); ++r) {
      alone += b[r] * (mixed[r] - a[r]);
      with_others += (a[r] - mixed[r]) * (a[r] - mixed[r]);
    }
    const double n = static_cast<double>(a.size());
    const bool varies = out.variance > 0;
    out.first.push_back(varies ? alone / n / out.variance : none);
    out.total.push_back(varies ? with_others / (2 * n) / out.variance : none);
  }
  return out;
}

} // namespace joinedup
