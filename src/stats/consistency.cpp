#include "stats/consistency.hpp"

#include <boost/math/distributions/fisher_f.hpp>

#include <cmath>
#include <exception>
#include <limits>

namespace joinedup {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// What a set of items adds up to.
struct Totals {
  double variances = 0, all = 0;
};

double alpha_of(const Totals& t, std::size_t items) {
  if (items < 2 || t.all <= 0) return none;
  const auto k = static_cast<double>(items);
  return k / (k - 1) * (1 - t.variances / t.all);
}

} // namespace

FeldtInterval feldt_interval(double alpha, std::size_t items, std::uint64_t answers) {
  if (!std::isfinite(alpha) || items < 2 || answers < 3) return {none, none};
  const auto n = static_cast<double>(answers), k = static_cast<double>(items);
  try {
    const boost::math::fisher_f_distribution<double> f(n - 1, (n - 1) * (k - 1));
    return {1 - (1 - alpha) * boost::math::quantile(f, 0.975), 1 - (1 - alpha) * boost::math::quantile(f, 0.025)};
  } catch (const std::exception&) { // counts of some 10^11 answers overflow what the quantile is made of
    return {none, none};
  }
}

Consistency consistency(std::span<const double> covariance, std::size_t items, std::uint64_t answers) {
  Consistency out;
  out.item_rest.assign(items, none);
  out.alpha_without.assign(items, none);
  out.correlation.assign(items * items, none);
  out.alpha = out.alpha_low = out.alpha_high = out.mean_correlation = none;
  if (items < 2 || answers < 3) return out;
  const auto c = [&](std::size_t i, std::size_t j) { return covariance[i * items + j]; };
  Totals all;
  std::vector<double> with_all(items); // covariance of each item with the sum of all
  for (std::size_t i = 0; i < items; ++i) {
    all.variances += c(i, i);
    for (std::size_t j = 0; j < items; ++j)
      with_all[i] += c(i, j);
    all.all += with_all[i];
  }
  out.alpha = alpha_of(all, items);
  const FeldtInterval interval = feldt_interval(out.alpha, items, answers);
  out.alpha_low = interval.low;
  out.alpha_high = interval.high;
  double sum = 0;
  for (std::size_t i = 0; i < items; ++i) {
    const Totals rest{all.variances - c(i, i), all.all - 2 * with_all[i] + c(i, i)};
    out.alpha_without[i] = alpha_of(rest, items - 1);
    if (c(i, i) > 0 && rest.all > 0) out.item_rest[i] = (with_all[i] - c(i, i)) / std::sqrt(c(i, i) * rest.all);
    for (std::size_t j = 0; j < items; ++j) {
      const double r = i == j ? (c(i, i) > 0 ? 1 : none) : c(i, j) / std::sqrt(c(i, i) * c(j, j));
      out.correlation[i * items + j] = std::isfinite(r) ? r : none;
      if (i < j) sum += r;
    }
  }
  const auto k = static_cast<double>(items);
  out.mean_correlation = std::isfinite(sum) ? sum / (k * (k - 1) / 2) : none;
  return out;
}

} // namespace joinedup
