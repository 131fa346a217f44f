#include "index/power_mean.hpp"

#include <cmath>
#include <limits>

namespace joinedup {

double link(double y, double exponent) {
  if (exponent == 1) return y;
  if (!(y > 0)) return std::numeric_limits<double>::quiet_NaN();
  return exponent == 0 ? std::log(y) : std::pow(y, exponent);
}

double unlink(double linked, double exponent) {
  if (exponent == 1) return linked;
  return exponent == 0 ? std::exp(linked) : std::pow(linked, 1 / exponent);
}

double link_slope(double y, double exponent) {
  if (exponent == 1) return 1;
  return exponent == 0 ? 1 / y : exponent * std::pow(y, exponent - 1);
}

double unlink_slope(double linked, double exponent) {
  if (exponent == 1) return 1;
  return exponent == 0 ? std::exp(linked) : std::pow(linked, 1 / exponent - 1) / exponent;
}

double linked_sum(double exponent, std::span<const double> values, std::span<const double> weights) {
  double sum = 0;
  for (std::size_t k = 0; k < values.size(); ++k)
    if (weights[k] != 0) sum += weights[k] * link(values[k], exponent);
  return sum;
}

double link_secant(double a, double b, double exponent) {
  if (std::fabs(a - b) <= 1e-7 * std::fabs(a + b)) return link_slope((a + b) / 2, exponent);
  return (link(a, exponent) - link(b, exponent)) / (a - b);
}

} // namespace joinedup
