#include "index/combiners/mpi.hpp"

#include <limits>

namespace joinedup {

Combined combine_with_penalty(const CombinerInput& input) {
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  double mean = 0, parts = 0;
  for (std::size_t k = 0; k < input.points.size(); ++k) {
    if (input.weights[k] == 0) continue;
    mean += input.weights[k] * input.points[k];
    ++parts;
  }
  const double factor = input.choice.word("sd") == "sample" ? (parts > 1 ? parts / (parts - 1) : none) : 1.0;
  double variance = 0;
  for (std::size_t k = 0; k < input.points.size(); ++k)
    if (input.weights[k] != 0)
      variance += factor * input.weights[k] * (input.points[k] - mean) * (input.points[k] - mean);
  if (!(mean > 0)) return {none, std::vector<double>(input.points.size(), none)};
  Combined out{mean - variance / mean, std::vector<double>(input.points.size(), 0)};
  for (std::size_t k = 0; k < input.points.size(); ++k)
    if (input.weights[k] != 0)
      out.slopes[k] = input.weights[k] * (1 - 2 * factor * (input.points[k] - mean) / mean + variance / (mean * mean));
  return out;
}

} // namespace joinedup
