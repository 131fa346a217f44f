#include "stats/overdispersion.hpp"

#include "stats/quantile.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace joinedup {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

std::vector<double> usable(std::span<const double> z, std::span<const double> se) {
  std::vector<double> out(z.begin(), z.end());
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (!std::isfinite(out[i]) || !(se[i] > 0)) out[i] = nan;
  }
  return out;
}

void winsorise(std::vector<double>& z, double share) {
  const double low = quantile(z, share), high = quantile(z, 1 - share);
  for (double& value : z) {
    if (!std::isnan(value)) value = std::clamp(value, low, high);
  }
}

void truncate(std::vector<double>& z, double share) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < z.size(); ++i) {
    if (!std::isnan(z[i])) order.push_back(i);
  }
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return z[i]; });
  const auto cut = std::min(static_cast<std::size_t>(share * static_cast<double>(order.size())), order.size() / 2);
  for (std::size_t k = 0; k < cut; ++k)
    z[order[k]] = z[order[order.size() - 1 - k]] = nan;
}

} // namespace

Overdispersion overdispersion(std::span<const double> z, std::span<const double> se,
                              const OverdispersionOptions& options) {
  Overdispersion out;
  out.z = usable(z, se);
  if (options.trim == Trim::winsorise) winsorise(out.z, options.share);
  if (options.trim == Trim::truncate) truncate(out.z, options.share);
  double squares = 0, w = 0, w2 = 0;
  for (std::size_t i = 0; i < out.z.size(); ++i) {
    if (std::isnan(out.z[i])) continue;
    const double precision = 1 / (se[i] * se[i]);
    ++out.areas;
    squares += out.z[i] * out.z[i];
    w += precision;
    w2 += precision * precision;
  }
  const auto areas = static_cast<double>(out.areas);
  out.phi = out.areas == 0 ? nan : squares / areas;
  if (out.areas < std::max<std::size_t>(options.minimum_areas, 2)) {
    out.why_zero = NoSpread::too_few_areas;
  } else if (squares < areas - 1) {
    out.why_zero = NoSpread::within_sampling_error;
  } else {
    out.tau2 = (squares - (areas - 1)) / (w - w2 / w);
  }
  return out;
}

double overdispersed_z(double difference, double se, double tau2) { return difference / std::sqrt(se * se + tau2); }

} // namespace joinedup
