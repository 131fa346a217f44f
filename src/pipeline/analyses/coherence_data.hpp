// What the coherence tables are made of: points of the areas that are shown.
#pragma once

#include "pipeline/analysis.hpp"

#include <string>
#include <vector>

namespace joinedup {

/// Of the areas whose index is shown; NaN where a measure is hidden or missing.
struct CoherenceData {
  std::vector<std::vector<double>> measures; ///< [indicator][area]
  std::vector<std::vector<double>> domains;  ///< [domain][area]
  std::vector<double> index;                 ///< [area]
  std::vector<std::size_t> domain_of;        ///< [indicator]

  std::vector<std::size_t> members(std::size_t domain) const; ///< its indicators
  /// Rows of the areas that have all of `indicators`: [area][one of indicators].
  std::vector<std::vector<double>> complete(const std::vector<std::size_t>& indicators) const;
};

CoherenceData coherence_data(const AnalysisInput& input);

/// Pearson's r over the areas that have both; NaN with fewer than three or where one does not vary.
double correlation_between(const std::vector<double>& x, const std::vector<double>& y);

} // namespace joinedup
