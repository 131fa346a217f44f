#include "evaluate/wave_difference.hpp"

#include "stats/moments.hpp"
#include "stats/normal.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>

namespace joinedup {

MeanDifference mean_difference(double first, double se_first, double second, double se_second, double covariance) {
  constexpr double upper = 0.975;
  MeanDifference out;
  out.value = second - first;
  out.se = std::sqrt(std::max(0.0, se_first * se_first + se_second * se_second - 2 * covariance));
  if (std::isnan(se_first) || std::isnan(se_second)) out.se = std::numeric_limits<double>::quiet_NaN();
  const double reach = normal_quantile(upper) * out.se;
  out.low = out.value - reach;
  out.high = out.value + reach;
  out.z = out.se > 0 ? out.value / out.se : std::numeric_limits<double>::quiet_NaN();
  out.p = two_sided_p(out.z);
  return out;
}

WaveDifference wave_difference(const WaveScores& first, const WaveScores& second) {
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  const std::array<const WaveScores*, 2> waves{&first, &second};
  std::array<double, 2> mean{};
  std::map<std::uint32_t, std::array<double, 2>> of_person; // in a fixed order
  for (std::size_t w = 0; w < waves.size(); ++w) {
    mean.at(w) = moments(waves.at(w)->values).mean;
    const auto n = static_cast<double>(waves.at(w)->values.size());
    for (std::size_t i = 0; i < waves.at(w)->values.size(); ++i)
      of_person[waves.at(w)->people[i]].at(w) += (waves.at(w)->values[i] - mean.at(w)) / n;
  }
  WaveDifference out;
  out.people = of_person.size();
  double squares_first = 0, squares_second = 0, products = 0;
  for (const auto& [person, u] : of_person) {
    squares_first += u[0] * u[0];
    squares_second += u[1] * u[1];
    products += u[0] * u[1];
  }
  const auto k = static_cast<double>(out.people);
  const bool possible = out.people > 1 && !first.values.empty() && !second.values.empty();
  const double factor = possible ? k / (k - 1) : nan;
  out.se_first = std::sqrt(factor * squares_first);
  out.se_second = std::sqrt(factor * squares_second);
  out.covariance = factor * products;
  out.difference = mean_difference(mean[0], out.se_first, mean[1], out.se_second, out.covariance);
  return out;
}

} // namespace joinedup
