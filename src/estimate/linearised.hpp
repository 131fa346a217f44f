// Covariances of domain means by Taylor linearisation, from sums (Lumley 2010, 10.1002/9780470580066, chapter 2;
// RULINGS R6 and R24).
#pragma once

#include "estimate/domain_sums.hpp"

#include <vector>

namespace joinedup {

/// Cov(mean i of `domain`, mean k of `whole`), K x K row by row, where every area of `domain` belongs to `whole`; both
/// may be the same. With u = w (y - mean) / sum w for respondents of the domain with a score, 0 for all others sampled:
/// sum over strata of k/(k-1) * sum over units of (u_i - mean u_i)(u_k - mean u_k), units being PSUs or rows, k of them
/// in the stratum; finite populations and strata with one unit as StratumVariance says.
/// Companions have their diagonal only, 0 elsewhere. NaN for an indicator whose scores lie in fewer than two units: its
/// residuals sum to 0 there by construction, which says nothing of sampling.
std::vector<double> linearised_covariance(const CellLayout& layout, const SampleDesign& design,
                                          const DomainSums& domain, const DomainSums& whole);

} // namespace joinedup
