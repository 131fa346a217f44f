#include "estimate/raking.hpp"

#include <algorithm>
#include <cmath>

namespace joinedup {

namespace {

std::vector<double> level_sums(std::span<const double> weights, std::span<const double> counts, const Margin& margin) {
  std::vector<double> sums(margin.totals.size(), 0.0);
  for (std::size_t r = 0; r < weights.size(); ++r)
    sums[margin.level[r]] += weights[r] * counts[r];
  return sums;
}

/// Relative where there is a total.
double error_of(std::span<const double> weights, std::span<const double> counts, std::span<const Margin> margins) {
  double worst = 0;
  for (const Margin& margin : margins) {
    const auto sums = level_sums(weights, counts, margin);
    for (std::size_t l = 0; l < sums.size(); ++l)
      worst = std::max(worst, margin.totals[l] > 0 ? std::fabs(sums[l] / margin.totals[l] - 1) : std::fabs(sums[l]));
  }
  return worst;
}

void to_totals(std::vector<double>& weights, std::span<const double> counts, const Margin& margin) {
  const auto sums = level_sums(weights, counts, margin);
  for (std::size_t r = 0; r < weights.size(); ++r) {
    const std::uint32_t level = margin.level[r];
    if (sums[level] > 0) weights[r] *= margin.totals[level] / sums[level];
  }
}

void settle(RakedWeights& out, std::span<const double> counts, std::span<const Margin> margins) {
  out.converged = false;
  for (int round = 0; round < raking_rounds && !out.converged; ++round) {
    for (const Margin& margin : margins)
      to_totals(out.weights, counts, margin);
    ++out.rounds;
    out.error = error_of(out.weights, counts, margins);
    out.converged = out.error < raking_tolerance;
  }
}

/// Cuts weights above the limit to it; whether there were any beyond rounding.
bool cut(std::vector<double>& weights, std::span<const double> counts, double trim) {
  double sum = 0, n = 0;
  for (std::size_t r = 0; r < weights.size(); ++r) {
    if (weights[r] > 0) sum += weights[r] * counts[r], n += counts[r];
  }
  const double limit = trim * sum / n;
  bool any = false;
  for (double& weight : weights) {
    if (!(weight > limit * (1 + raking_tolerance))) continue;
    weight = limit;
    any = true;
  }
  return any;
}

} // namespace

std::optional<EmptyLevel> empty_level(std::span<const double> weights, std::span<const double> counts,
                                      std::span<const Margin> margins) {
  for (std::size_t m = 0; m < margins.size(); ++m) {
    const auto sums = level_sums(weights, counts, margins[m]);
    for (std::size_t l = 0; l < sums.size(); ++l) {
      if (margins[m].totals[l] > 0 && !(sums[l] > 0)) return EmptyLevel{m, l};
    }
  }
  return std::nullopt;
}

RakedWeights rake(std::span<const double> weights, std::span<const double> counts, std::span<const Margin> margins,
                  double trim) {
  RakedWeights out;
  out.weights.assign(weights.begin(), weights.end());
  settle(out, counts, margins);
  if (!(trim > 0)) return out;
  for (out.trimmed_out = false; !out.trimmed_out;) {
    std::vector<double> last = out.weights;
    if (!cut(out.weights, counts, trim)) {
      out.trimmed_out = true;
    } else if (out.trims == raking_trims) {
      out.weights = std::move(last); // margins hold, the limit does not
      break;
    } else {
      ++out.trims;
      settle(out, counts, margins);
    }
  }
  return out;
}

} // namespace joinedup
