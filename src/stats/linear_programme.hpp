// The largest value of a linear function under linear limits, by the simplex method (Dantzig 1963, Linear Programming
// and Extensions) with Bland's rule, which cannot go round in circles (1977, 10.1287/moor.2.2.103).
#pragma once

#include <optional>
#include <vector>

namespace joinedup {

struct LinearOptimum {
  double value = 0;
  std::vector<double> x;
};

/// Maximum of c'x where each row of `limits` times x is at most its `most`, and no x is negative. `most` are 0 or more,
/// so that x = 0 is allowed. Nothing where the function grows without end.
std::optional<LinearOptimum> linear_optimum(const std::vector<double>& c,
                                            const std::vector<std::vector<double>>& limits,
                                            const std::vector<double>& most);

} // namespace joinedup
