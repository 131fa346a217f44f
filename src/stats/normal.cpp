#include "stats/normal.hpp"

#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/erf.hpp>

#include <cmath>
#include <limits>
#include <numbers>

namespace joinedup {

namespace {
constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();
bool is_probability(double p) { return p >= 0 && p <= 1; } // false for NaN
} // namespace

double normal_cdf(double z) { return 0.5 * std::erfc(-z / std::numbers::sqrt2); }

double normal_quantile(double p) {
  if (!is_probability(p)) return nan;
  if (p == 0) return -infinity;
  if (p == 1) return infinity;
  return -std::numbers::sqrt2 * boost::math::erfc_inv(2 * p);
}

double two_sided_p(double z) { return std::erfc(std::fabs(z) / std::numbers::sqrt2); }

double student_t_quantile(double p, double df) {
  if (!is_probability(p) || !(df > 0)) return nan;
  if (p == 0) return -infinity;
  if (p == 1) return infinity;
  if (std::isinf(df)) return normal_quantile(p);
  return boost::math::quantile(boost::math::students_t_distribution<double>(df), p);
}

double student_t_two_sided_p(double t, double df) {
  if (std::isnan(t) || !(df > 0)) return nan;
  if (std::isinf(t)) return 0;
  if (std::isinf(df)) return two_sided_p(t);
  const boost::math::students_t_distribution<double> distribution(df);
  return 2 * boost::math::cdf(boost::math::complement(distribution, std::fabs(t)));
}

} // namespace joinedup
