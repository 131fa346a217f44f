// Weights that follow from how indicators vary together between areas. They hold for the areas that they were made from
// and are taken as known: their own error is not counted.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

struct WeightsFromAreas {
  std::vector<double> weights; ///< [indicator] shares of the index
  std::string refused;         ///< why there are none, in words; empty = there are
};

/// `method`: pca or equal_influence. `points`: [area][indicator]; areas with anything missing are left out. `given`:
/// the shares that the definition gives, which equal_influence takes as the influence that each indicator shall have.
WeightsFromAreas weights_from_areas(std::string_view method, std::span<const std::vector<double>> points,
                                    std::span<const double> given);

/// Squared loadings on the first principal component of the correlations. Refused with no more areas than indicators,
/// where the component explains less than half of the variance, or where loadings differ in sign.
WeightsFromAreas weights_by_pca(std::span<const std::vector<double>> points, std::size_t size);

/// Weights by which each indicator's share of the variance of the index, w_k cov(y_k, I) / var(I), is its target: the
/// minimum of w'Vw / 2 - sum of target x log w, which is unique for a positive definite V (risk budgeting: Maillard,
/// Roncalli and Teiletche 2010, 10.3905/jpm.2010.36.4.060).
WeightsFromAreas weights_by_influence(std::span<const std::vector<double>> points, std::span<const double> targets);

} // namespace joinedup
