// Sobol indices: how much of an output's variance each factor explains, alone and with all its interactions.
#pragma once

#include <span>
#include <vector>

namespace joinedup {

/// Indices by factor; NaN throughout where the output does not vary.
struct SobolIndices {
  std::vector<double> first; ///< S_i: the factor alone; may come out a little below 0 by chance
  std::vector<double> total; ///< ST_i: with every interaction, 0 or more
  double variance = 0;       ///< n - 1 form, over the runs of A and B together
};

/// `a`, `b`: outputs of two independent samples of N runs, N of 1 or more. `ab[i]`: of the runs of A with factor i
/// taken from B. S_i = mean(b (ab_i - a)) / V (Saltelli et al. 2010, doi 10.1016/j.cpc.2009.09.018) and
/// ST_i = mean((a - ab_i)^2) / 2V (Jansen 1999, doi 10.1016/S0010-4655(98)00154-4).
SobolIndices sobol_indices(std::span<const double> a, std::span<const double> b,
                           std::span<const std::vector<double>> ab);

} // namespace joinedup
