#include "evaluate/linked_change.hpp"

#include "stats/moments.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <map>

namespace joinedup {

LinkedChange linked_change(const WaveScores& first, const WaveScores& second, const WaveScores& apart) {
  const std::array<const WaveScores*, 3> parts{&first, &second, &apart};
  std::array<double, 3> mean{};
  std::map<std::uint32_t, std::array<double, 3>> of_person; // in a fixed order
  for (std::size_t p = 0; p < parts.size(); ++p) {
    mean.at(p) = moments(parts.at(p)->values).mean;
    const auto n = static_cast<double>(parts.at(p)->values.size());
    for (std::size_t i = 0; i < parts.at(p)->values.size(); ++i)
      of_person[parts.at(p)->people[i]].at(p) += (parts.at(p)->values[i] - mean.at(p)) / n;
  }
  double link_squares = 0, linked_squares = 0, first_squares = 0, products = 0;
  for (const auto& [person, u] : of_person) {
    const double linked = u[1] + u[2];
    link_squares += u[2] * u[2];
    linked_squares += linked * linked;
    first_squares += u[0] * u[0];
    products += linked * u[0];
  }
  LinkedChange out;
  out.people = of_person.size();
  const auto k = static_cast<double>(out.people);
  const bool possible = out.people > 1 && !first.values.empty() && !second.values.empty() && !apart.values.empty();
  const double factor = possible ? k / (k - 1) : std::numeric_limits<double>::quiet_NaN();
  out.link = mean[2];
  out.link_se = std::sqrt(factor * link_squares);
  out.linked = mean[1] + mean[2];
  out.change = mean_difference(mean[0], std::sqrt(factor * first_squares), out.linked,
                               std::sqrt(factor * linked_squares), factor * products);
  return out;
}

} // namespace joinedup
