#include "index/combine.hpp"

#include <cmath>
#include <limits>

namespace joinedup {

namespace {

double same(double points) { return points; }

double log_of_shifted(double points) {
  const double shifted = 1.0 + 0.99 * points;
  return shifted > 0 ? std::log(shifted) : std::numeric_limits<double>::quiet_NaN();
}

double one(double) { return 1; }
double slope_of_log(double points) { return 0.99 / (1.0 + 0.99 * points); }
double exponential(double linked) { return std::exp(linked); }

constexpr std::string_view handbook = "OECD/JRC 2008, 10.1787/9789264043466-en";

} // namespace

const Combiner arithmetic_mean = {"arithmetic", "sum of weight x points", handbook, same, same, one, one};
const Combiner geometric_mean = {"geometric", "exp of the sum of weight x log points, points shifted to [1, 100]",
                                 handbook,    log_of_shifted,
                                 exponential, slope_of_log,
                                 exponential};

const Combiner* find_combiner(std::string_view name) {
  for (const Combiner* each : {&arithmetic_mean, &geometric_mean})
    if (each->name == name) return each;
  return nullptr;
}

double linked_sum(const Combiner& combiner, std::span<const double> points, std::span<const double> weights) {
  double sum = 0;
  for (std::size_t k = 0; k < points.size(); ++k)
    if (weights[k] != 0) sum += weights[k] * combiner.link(points[k]);
  return sum;
}

double combine(const Combiner& combiner, std::span<const double> points, std::span<const double> weights) {
  return combiner.inverse(linked_sum(combiner, points, weights));
}

} // namespace joinedup
