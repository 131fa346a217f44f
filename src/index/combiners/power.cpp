#include "index/combiners/power.hpp"

#include "index/power_mean.hpp"

namespace joinedup {

Combined combine_by_power(const CombinerInput& input) {
  const double p = exponent_of(input.choice);
  const double linked = linked_sum(p, input.points, input.weights);
  Combined out{unlink(linked, p), std::vector<double>(input.points.size(), 0)};
  for (std::size_t k = 0; k < input.points.size(); ++k)
    if (input.weights[k] != 0)
      out.slopes[k] = input.weights[k] * link_slope(input.points[k], p) * unlink_slope(linked, p);
  return out;
}

} // namespace joinedup
