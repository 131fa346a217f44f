// Effective weights: what each domain and indicator counts for in an index (RULINGS R39).
#pragma once

#include <joinedup/spec.hpp>

#include <span>
#include <vector>

namespace joinedup {

/// Shares of the index, summing to 1 over the domains and over the indicators.
struct EffectiveWeights {
  std::vector<double> domains;    ///< [domain]
  std::vector<double> in_domain;  ///< [indicator] share of its domain
  std::vector<double> indicators; ///< [indicator] share of the index, domains one after the other
};

/// Weights in a definition are relative; a sum of 0 gives NaN.
EffectiveWeights effective_weights(const IndexSpec& index);

/// Each indicator's share of the variance of the index between areas: w_k cov(y_k, I) / var(I); shares sum to 1.
/// `points`: [area][indicator]. Empty where fewer than three areas or no variance leave nothing to share.
std::vector<double> variance_shares(std::span<const std::vector<double>> points, std::span<const double> weights);

} // namespace joinedup
