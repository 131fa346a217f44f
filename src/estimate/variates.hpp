// Covariances of domain estimates from linearised variates of kept records, for estimators whose variates reach beyond
// their domain: raked weights, adjusted means.
#pragma once

#include "estimate/unit_design.hpp"

#include <joinedup/estimates.hpp>

#include <Eigen/Dense>

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace joinedup {

/// An area, a region or the whole as records.
struct RecordDomain {
  std::vector<std::uint32_t> records; ///< ascending
  DomainEstimate* estimate = nullptr;
};

/// The variate of indicator k is `local` column k over the domain's units, less the sum over j of shares(k, j) times
/// the shared variate j over all units.
struct DomainVariates {
  UnitTotals local;       ///< of the domain's records, by indicator, weights included; 0 where a score lacks
  Eigen::MatrixXd shares; ///< [indicator][shared variate]
};

/// Areas, then regions, then the whole. `area` of a record is its place among estimates.areas; `region_of`: that of an
/// area among estimates.regions, or estimates.regions.size() for none.
std::vector<RecordDomain> record_domains(const ScoredRecords& records, const std::vector<std::size_t>& region_of,
                                         Estimates& estimates);

/// Into K x K row by row; NaN stays, and so do the zeros beside companions.
void put_covariances(const Eigen::MatrixXd& found, std::size_t index_indicators, bool symmetric,
                     std::vector<double>& out);

/// Sets covariance and covariance_with_total of every domain; what is NaN there (too few units) stays so. `shared`:
/// totals over all units. Index indicators have covariances with each other, companions variances only. Gives the
/// covariances of the shared variates.
Eigen::MatrixXd set_covariances(const UnitDesign& design, std::span<const RecordDomain> domains,
                                std::size_t index_indicators, const UnitTotals& shared,
                                const std::function<DomainVariates(const RecordDomain&)>& variates);

} // namespace joinedup
