// Means of indicators by area with the sampling errors that go with them: what `estimate` makes and `index` takes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace joinedup {

/// One area, region or the whole. K = number of indicators (index indicators first, then companions, in the order of
/// the index definition). Matrices are K x K, row by row. NaN where not computable: n = 0 or no weight (mean), scores
/// in fewer than two sampled units, rows or PSUs (covariance), n < 2 (sd), or sums that left their range.
struct DomainEstimate {
  std::string code;
  std::uint64_t n = 0;                    ///< respondents with at least one usable *index* indicator (R5), weight > 0
  std::vector<std::uint64_t> indicator_n; ///< [K] respondents with a usable score and weight > 0
  std::vector<double> weight;             ///< [K] sum of weights of those
  std::vector<double> mean;               ///< [K] weighted mean, in the indicator's own units
  std::vector<double> sd;                 ///< [K] weighted standard deviation, n - 1 form
  std::vector<double> kish_n = {};        ///< [K] effective n: (sum w)^2 / sum w^2
  std::vector<double> covariance; ///< Cov(mean_i, mean_k), Taylor linearised; companions: the diagonal only, else 0
  std::vector<double> covariance_with_total; ///< Cov(mean_i here, mean_k of the whole); companions as above
};

/// Everything that the index needs from the survey. `areas` and `regions` are sorted by code.
struct Estimates {
  std::vector<std::string> indicators; ///< [K] ids
  std::size_t index_indicators = 0;    ///< the first so many belong to the index; the rest are companions
  std::vector<DomainEstimate> areas, regions;
  DomainEstimate total;
  std::uint64_t sampled = 0;              ///< rows of the design: all that took part, whatever they answered
  std::uint64_t strata = 0, clusters = 0; ///< 0 = no such design variable
  double design_df = 0;                   ///< clusters (or rows) with weight above 0 - strata that have any
};

} // namespace joinedup
