// The scale on which a power mean of exponent p is a plain weighted mean: y^p, the logarithm where p = 0. Exponents 1,
// 0 and -1 are the arithmetic, geometric and harmonic mean.
#pragma once

#include <span>

namespace joinedup {

/// Means other than the arithmetic need points above 0: they take points shifted from [0, 100] to [1, 100] (RULINGS
/// R12) and stay on that scale.
constexpr double to_positive(double points) { return 1.0 + 0.99 * points; }
inline constexpr double slope_to_positive = 0.99;

double link(double y, double exponent); ///< NaN where y is not above 0, unless the exponent is 1
double unlink(double linked, double exponent);
double link_slope(double y, double exponent);
double unlink_slope(double linked, double exponent);

/// Sum of weight x link; terms of weight 0 are not looked at.
double linked_sum(double exponent, std::span<const double> values, std::span<const double> weights);
/// (link(a) - link(b)) / (a - b), or the slope there where a and b are (nearly) the same.
double link_secant(double a, double b, double exponent);

} // namespace joinedup
