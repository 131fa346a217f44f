#include "stats/power.hpp"

#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/tools/toms748_solve.hpp>

#include <cmath>
#include <limits>

namespace joinedup {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double most_respondents = 1e7;
constexpr double fewest_respondents = 2;
constexpr double most_sds = 1e3; ///< largest difference looked for, in standard deviations

bool is_question(double power, const PowerQuestion& q) {
  return power > q.alpha / 2 && power < 1 && q.alpha > 0 && q.alpha < 1 && q.sd > 0;
}

/// Where the rising function passes 0 between `low` and `high`; NaN where it does not.
template <typename Function> double root_between(Function rising, double low, double high) {
  const double at_low = rising(low), at_high = rising(high);
  if (at_low > 0 || at_high < 0) return nan;
  if (at_low == 0) return low;
  std::uintmax_t steps = 200;
  const auto bracket = boost::math::tools::toms748_solve(rising, low, high, at_low, at_high,
                                                         boost::math::tools::eps_tolerance<double>(46), steps);
  return (bracket.first + bracket.second) / 2;
}

} // namespace

double t_test_power(double n, double delta, const PowerQuestion& q) {
  if (!(n > 1) || !(q.sd > 0) || !(q.alpha > 0 && q.alpha < 1) || std::isnan(delta)) return nan;
  const double groups = q.test == TestOf::two_groups ? 2 : 1;
  const double df = groups * (n - 1);
  const double limit = boost::math::quantile(boost::math::complement(boost::math::students_t(df), q.alpha / 2));
  const double shift = std::sqrt(n / groups) * std::fabs(delta) / q.sd;
  if (shift == 0) return q.alpha / 2;
  return boost::math::cdf(boost::math::complement(boost::math::non_central_t(df, shift), limit));
}

double respondents_for_power(double delta, double power, const PowerQuestion& q) {
  if (!is_question(power, q) || !(std::fabs(delta) > 0)) return nan;
  if (t_test_power(fewest_respondents, delta, q) >= power) return fewest_respondents;
  return root_between([&](double n) { return t_test_power(n, delta, q) - power; }, fewest_respondents,
                      most_respondents);
}

double detectable_difference(double n, double power, const PowerQuestion& q) {
  if (!is_question(power, q) || !(n >= fewest_respondents)) return nan;
  return root_between([&](double delta) { return t_test_power(n, delta, q) - power; }, 0, most_sds * q.sd);
}

} // namespace joinedup
