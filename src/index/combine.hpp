// Combiners: the parts of one node of an index -> one number, with its slopes by the parts. A small table by name.
#pragma once

#include <joinedup/index_methods.hpp>

#include <span>
#include <string_view>
#include <vector>

namespace joinedup {

/// Parts of one node. Weights are not negative and sum to 1 over the parts that are there.
struct CombinerInput {
  std::span<const double> points, weights;
  const MethodChoice& choice;
  std::span<const std::vector<double>> others =
      {}; ///< the same parts of every area that is shown; only `relative` look
};

struct Combined {
  double value = 0;           ///< NaN where the method is not defined for these points
  std::vector<double> slopes; ///< derivative by each part; empty where the method has none
};

struct Combiner {
  std::string_view name, what, source;
  bool positive = false; ///< takes parts on the scale [1, 100] (index/power_mean)
  bool smooth = true;    ///< has slopes, so that sampling errors carry over
  bool relative = false; ///< compares with `others`, part by part: takes NaN for what is missing
  Combined (*combine)(const CombinerInput& input) = nullptr;
};

std::span<const Combiner> combiners();
const Combiner* find_combiner(std::string_view name); ///< nullptr = no such method

/// The exponent where the method is a power mean, else NaN.
double exponent_of(const MethodChoice& choice);

} // namespace joinedup
