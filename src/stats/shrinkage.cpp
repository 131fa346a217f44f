#include "stats/shrinkage.hpp"

#include "stats/moments.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace joinedup {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr int most_rounds = 10'000;
constexpr double settled = 1e-14; ///< relative change of tau2 that ends a search

struct Area {
  double y, variance;
};

std::vector<Area> usable(std::span<const double> values, std::span<const double> se) {
  std::vector<Area> out;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (std::isfinite(values[i]) && std::isfinite(se[i]) && se[i] > 0) out.push_back({values[i], se[i] * se[i]});
  }
  return out;
}

/// Weighted sums at a given tau2, with weights 1 / (se^2 + tau2).
struct AtTau2 {
  double w = 0, w2 = 0, mean = 0;
  double q = 0;    ///< sum w (y - mean)^2
  double q2 = 0;   ///< sum w^2 (y - mean)^2, minus the slope of q in tau2
  double reml = 0; ///< sum w^2 ((y - mean)^2 - se^2)
};

AtTau2 at(std::span<const Area> areas, double tau2) {
  AtTau2 out;
  double wy = 0;
  for (const Area& area : areas) {
    const double w = 1 / (area.variance + tau2);
    out.w += w;
    out.w2 += w * w;
    wy += w * area.y;
  }
  out.mean = wy / out.w;
  for (const Area& area : areas) {
    const double w = 1 / (area.variance + tau2);
    const double square = (area.y - out.mean) * (area.y - out.mean);
    out.q += w * square;
    out.q2 += w * w * square;
    out.reml += w * w * (square - area.variance);
  }
  return out;
}

double der_simonian_laird(std::span<const Area> areas) {
  const AtTau2 fixed = at(areas, 0);
  const double df = static_cast<double>(areas.size()) - 1;
  return std::max(0.0, (fixed.q - df) / (fixed.w - fixed.w2 / fixed.w));
}

/// q falls and is convex in tau2, so Newton's steps from 0 go up to the root and never past it.
double paule_mandel(std::span<const Area> areas) {
  const double df = static_cast<double>(areas.size()) - 1;
  double tau2 = 0;
  for (int round = 0; round < most_rounds; ++round) {
    const AtTau2 here = at(areas, tau2);
    const double step = (here.q - df) / here.q2;
    if (!(step > settled * tau2)) break;
    tau2 += step;
  }
  return tau2;
}

double reml(std::span<const Area> areas) {
  double tau2 = der_simonian_laird(areas);
  for (int round = 0; round < most_rounds; ++round) {
    const AtTau2 here = at(areas, tau2);
    const double next = std::max(0.0, here.reml / here.w2 + 1 / here.w);
    const double change = std::fabs(next - tau2);
    tau2 = next;
    if (change <= settled * tau2) break;
  }
  return tau2;
}

double between_variance(std::span<const Area> areas, BetweenVariance method) {
  switch (method) {
  case BetweenVariance::der_simonian_laird:
    return der_simonian_laird(areas);
  case BetweenVariance::reml:
    return reml(areas);
  case BetweenVariance::paule_mandel:
    break;
  }
  return paule_mandel(areas);
}

/// Where every area that has a value is known without error, the areas' own variance is the variance between them.
RandomEffects without_error(std::span<const double> values, std::span<const double> se) {
  std::vector<double> known;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (std::isfinite(values[i]) && se[i] == 0) known.push_back(values[i]);
  }
  const Moments m = moments(known);
  if (known.size() < 2) return {known.size(), nan, m.mean, nan, nan};
  return {known.size(), m.sd * m.sd, m.mean, m.sd / std::sqrt(static_cast<double>(known.size())), nan};
}

} // namespace

RandomEffects random_effects(std::span<const double> values, std::span<const double> se, BetweenVariance method) {
  const auto areas = usable(values, se);
  if (areas.empty()) return without_error(values, se);
  if (areas.size() == 1) return {1, nan, areas[0].y, std::sqrt(areas[0].variance), 0};
  RandomEffects out{areas.size(), between_variance(areas, method), 0, 0, at(areas, 0).q};
  const AtTau2 found = at(areas, out.tau2);
  out.mean = found.mean;
  out.mean_se = std::sqrt(1 / found.w);
  return out;
}

FixedEffect fixed_effect(std::span<const double> values, std::span<const double> se) {
  const auto areas = usable(values, se);
  if (areas.empty()) return {0, nan, nan};
  const AtTau2 fixed = at(areas, 0);
  return {areas.size(), fixed.mean, std::sqrt(1 / fixed.w)};
}

Shrunk shrink(double value, double se, const RandomEffects& areas) {
  if (!std::isfinite(se) || se < 0 || !std::isfinite(areas.tau2)) return {nan, value, nan};
  if (se == 0) return {areas.tau2 > 0 ? 1.0 : 0.0, value, 0};
  const double reliability = areas.tau2 / (areas.tau2 + se * se);
  const double rest = (1 - reliability) * areas.mean_se;
  return {reliability, areas.mean + reliability * (value - areas.mean), std::sqrt(reliability * se * se + rest * rest)};
}

} // namespace joinedup
