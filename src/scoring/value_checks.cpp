#include "scoring/value_checks.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {

void check_values(const ValueSet& set, std::span<const double> values, const std::vector<std::size_t>& levels,
                  Diagnostics& diagnostics) {
  constexpr double lowest = -2, highest = 1, tolerance = 1e-9;
  std::size_t step = 1;
  for (std::size_t d = levels.size(); d-- > 0; step *= levels[d]) {
    for (std::size_t l = 1; l < levels[d]; ++l) {
      const double better = values[(l - 1) * step], worse = values[l * step];
      if (worse <= better + tolerance) continue;
      diagnostics.warning("J531", set.where,
                          fmt::format("value set {}: level {} of dimension {} alone is worth {}, level {} {}", set.id,
                                      l + 1, d + 1, shortest(worse), l, shortest(better)),
                          "worse levels are worth less, as a rule: check the sign and the order");
    }
  }
  const auto ends = std::minmax_element(values.begin(), values.end());
  if (*ends.second > values.front() + tolerance)
    diagnostics.warning("J532", set.where,
                        fmt::format("value set {}: the best state is worth {}, another one {}", set.id,
                                    shortest(values.front()), shortest(*ends.second)),
                        "the first state is the best one, as a rule: check the order of the states");
  if (*ends.first < lowest || *ends.second > highest + tolerance)
    diagnostics.warning("J532", set.where,
                        fmt::format("value set {}: values go from {} to {}, expected {} to {} at most", set.id,
                                    shortest(*ends.first), shortest(*ends.second), lowest, highest),
                        "1 is full health and 0 death");
}

} // namespace joinedup
