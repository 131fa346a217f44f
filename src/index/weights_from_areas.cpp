#include "index/weights_from_areas.hpp"

#include "stats/principal_components.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace joinedup {

namespace {

constexpr double least_explained = 0.5;
constexpr double negligible = 1e-12; // of a loading: no sign
constexpr int most_rounds = 10000;
constexpr double settled = 1e-14; // largest relative step

bool any_constant(std::span<const double> covariance, std::size_t size) {
  for (std::size_t k = 0; k < size; ++k)
    if (!(covariance[k * size + k] > 0)) return true;
  return false;
}

WeightsFromAreas refused(std::string why) { return {{}, std::move(why)}; }

std::vector<std::vector<double>> complete_rows(std::span<const std::vector<double>> points) {
  std::vector<std::vector<double>> out;
  for (const std::vector<double>& area : points)
    if (std::all_of(area.begin(), area.end(), [](double p) { return std::isfinite(p); })) out.push_back(area);
  return out;
}

/// The positive root of V_kk w2 + rest w - target = 0.
double best_weight(double variance, double rest, double target) {
  return (-rest + std::sqrt(rest * rest + 4 * variance * target)) / (2 * variance);
}

/// One sweep over the weights, each at its best given the others; the largest relative step.
double sweep(std::span<const double> covariance, std::span<const double> targets, std::vector<double>& weights) {
  const std::size_t size = weights.size();
  double largest = 0;
  for (std::size_t k = 0; k < size; ++k) {
    if (targets[k] <= 0) continue;
    double rest = 0;
    for (std::size_t j = 0; j < size; ++j)
      if (j != k) rest += covariance[k * size + j] * weights[j];
    const double next = best_weight(covariance[k * size + k], rest, targets[k]);
    largest = std::max(largest, std::fabs(next - weights[k]) / next);
    weights[k] = next;
  }
  return largest;
}

void to_shares(std::vector<double>& weights) {
  double sum = 0;
  for (const double w : weights)
    sum += w;
  for (double& w : weights)
    w /= sum;
}

} // namespace

WeightsFromAreas weights_by_pca(std::span<const std::vector<double>> points, std::size_t size) {
  if (points.size() <= size)
    return refused(fmt::format("{} areas have every measure, and more than {} are needed for {} measures",
                               points.size(), size, size));
  const std::vector<double> covariance = covariance_matrix(points);
  if (any_constant(covariance, size)) return refused("a measure has the same value in all areas");
  const PrincipalComponents found = principal_components(correlation_of(covariance, size), size);
  const double explained = found.eigenvalues.front() / static_cast<double>(size);
  if (explained < least_explained)
    return refused(fmt::format("the first principal component explains {:.0f} % of the variance, less than half",
                               100 * explained));
  WeightsFromAreas out;
  for (const double loading : found.loadings.front()) {
    if (loading < -negligible) return refused("the loadings on the first principal component differ in sign");
    out.weights.push_back(loading * loading);
  }
  to_shares(out.weights);
  return out;
}

WeightsFromAreas weights_by_influence(std::span<const std::vector<double>> points, std::span<const double> targets) {
  const std::size_t size = targets.size();
  if (points.size() <= size)
    return refused(fmt::format("{} areas have every measure, and more than {} are needed for {} measures",
                               points.size(), size, size));
  const std::vector<double> covariance = covariance_matrix(points);
  if (any_constant(covariance, size)) return refused("a measure has the same value in all areas");
  WeightsFromAreas out;
  for (std::size_t k = 0; k < size; ++k)
    out.weights.push_back(targets[k] > 0 ? 1 / std::sqrt(covariance[k * size + k]) : 0);
  for (int round = 0; round < most_rounds; ++round) {
    if (sweep(covariance, targets, out.weights) > settled) continue;
    to_shares(out.weights);
    return out;
  }
  return refused("no weights were found that give the measures this influence");
}

WeightsFromAreas weights_from_areas(std::string_view method, std::span<const std::vector<double>> points,
                                    std::span<const double> given) {
  const std::vector<std::vector<double>> rows = complete_rows(points);
  return method == "pca" ? weights_by_pca(rows, given.size()) : weights_by_influence(rows, given);
}

} // namespace joinedup
