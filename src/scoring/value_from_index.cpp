#include "scoring/value_from_index.hpp"

#include <cmath>

namespace joinedup {

std::optional<double> value_from_index(const ValueSet& set, std::span<const double> inputs, std::size_t group,
                                       double index, double bandwidth) {
  constexpr double same = 1e-9; // indexes are short decimals
  if (inputs.empty()) return std::nullopt;
  const std::size_t groups = set.by_respondent.size() / inputs.size();
  double sum = 0, weights = 0;
  for (std::size_t state = 0; state < inputs.size(); ++state) {
    const double distance = std::abs(inputs[state] - index);
    double weight = distance < same ? 1 : 0;
    if (bandwidth > 0) weight = distance < bandwidth ? 1 - distance / bandwidth * (distance / bandwidth) : 0;
    if (weight <= 0) continue;
    sum += weight * set.by_respondent[state * groups + group];
    weights += weight;
  }
  if (weights == 0) return std::nullopt;
  return sum / weights;
}

} // namespace joinedup
