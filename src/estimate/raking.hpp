// Raking: weights that give known totals of several margins at once (Deming and Stephan 1940,
// 10.1214/aoms/1177731829; Deville and Sarndal 1992, 10.1080/01621459.1992.10475217). One margin: post-stratification.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace joinedup {

/// A partition of the population with its totals.
struct Margin {
  std::vector<std::uint32_t> level; ///< by record
  std::vector<double> totals;       ///< by level, 0 or more
};

struct RakedWeights {
  std::vector<double> weights; ///< by record
  int rounds = 0;              ///< of raking, all passes together
  int trims = 0;               ///< times that weights were trimmed and raked again
  bool converged = false;      ///< largest relative error of a margin below 1e-10
  bool trimmed_out = true;     ///< no weight above the limit in the end
  double error = 0;            ///< largest relative error of a margin at the end
};

inline constexpr double raking_tolerance = 1e-10;
inline constexpr int raking_rounds = 100, raking_trims = 10;

/// A level of a margin with a total but without weight: none where all is well.
struct EmptyLevel {
  std::size_t margin = 0, level = 0;
};
std::optional<EmptyLevel> empty_level(std::span<const double> weights, std::span<const double> counts,
                                      std::span<const Margin> margins);

/// Rounds over the margins until the largest relative error is below 1e-10, 100 at most. With `trim` above 0, weights
/// above trim x the mean of the positive ones are cut to it and raked again, 10 times at most (RULINGS R11).
/// `counts`: identical records that each stands for. No level may be empty.
RakedWeights rake(std::span<const double> weights, std::span<const double> counts, std::span<const Margin> margins,
                  double trim);

} // namespace joinedup
