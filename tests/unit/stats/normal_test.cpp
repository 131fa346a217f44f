#include "stats/normal.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <limits>

using namespace joinedup;

TEST_CASE("normal quantiles and probabilities equal tables") {
  CHECK_THAT(normal_quantile(0.975), WithinAbs(1.959963984540054, 1e-14));
  CHECK_THAT(normal_quantile(0.999), WithinAbs(3.090232306167813, 1e-14));
  CHECK_THAT(normal_quantile(0.5), WithinAbs(0, 1e-15));
  CHECK_THAT(normal_cdf(-1.959963984540054), WithinRel(0.025, 1e-12));
  CHECK_THAT(two_sided_p(-1.959963984540054), WithinRel(0.05, 1e-12));
  CHECK_THAT(two_sided_p(10), WithinRel(1.523970604832105e-23, 1e-10));
}

TEST_CASE("ends of the normal distribution are infinite and anything outside is no number") {
  CHECK(normal_quantile(0) == -std::numeric_limits<double>::infinity());
  CHECK(normal_quantile(1) == std::numeric_limits<double>::infinity());
  CHECK(std::isnan(normal_quantile(1.1)));
  CHECK(std::isnan(normal_quantile(std::nan(""))));
  CHECK(std::isnan(two_sided_p(std::nan(""))));
  CHECK(two_sided_p(std::numeric_limits<double>::infinity()) == 0);
}

TEST_CASE("t quantiles equal tables and become normal") {
  CHECK_THAT(student_t_quantile(0.975, 1), WithinRel(12.706204736432095, 1e-10));
  CHECK_THAT(student_t_quantile(0.975, 10), WithinRel(2.2281388519649385, 1e-10));
  CHECK_THAT(student_t_quantile(0.025, 10), WithinRel(-2.2281388519649385, 1e-10));
  const double infinity = std::numeric_limits<double>::infinity();
  CHECK(student_t_quantile(0.975, infinity) == normal_quantile(0.975));
  CHECK(std::isnan(student_t_quantile(0.975, 0)));
  CHECK_THAT(student_t_two_sided_p(-2.2281388519649385, 10), WithinRel(0.05, 1e-10));
  CHECK(student_t_two_sided_p(2, infinity) == two_sided_p(2));
  CHECK(student_t_two_sided_p(-infinity, 3) == 0);
  CHECK(std::isnan(student_t_two_sided_p(1, -1)));
}
