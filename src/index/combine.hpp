// Combiners: points of indicators -> one number. Each is a mean on a scale of its own (a quasi-arithmetic mean):
// inverse(sum of weight x link(points)), so the same mean at every level equals one mean with effective weights.
#pragma once

#include <span>
#include <string_view>

namespace joinedup {

struct Combiner {
  std::string_view name, what, source;
  double (*link)(double points); ///< NaN where the mean is not defined
  double (*inverse)(double linked);
  double (*link_slope)(double points);    ///< derivative of link
  double (*inverse_slope)(double linked); ///< derivative of inverse
};

/// Weighted mean of points.
extern const Combiner arithmetic_mean;
/// Weighted geometric mean of points shifted from [0, 100] to [1, 100] (RULINGS R12), on that scale: one bad part
/// weighs more than in the arithmetic mean. NaN where a shifted value is not above 0.
extern const Combiner geometric_mean;

const Combiner* find_combiner(std::string_view name); ///< nullptr = no such method

/// Sum of weight x link(points); terms of weight 0 are not looked at.
double linked_sum(const Combiner& combiner, std::span<const double> points, std::span<const double> weights);
/// The mean itself; `weights` sum to 1.
double combine(const Combiner& combiner, std::span<const double> points, std::span<const double> weights);

} // namespace joinedup
