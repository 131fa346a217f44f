// The sampled units of kept records, and covariances of totals over them.
#pragma once

#include "estimate/scored_records.hpp"
#include "estimate/stratum_variance.hpp"

#include <Eigen/Dense>

#include <cstdint>
#include <span>
#include <vector>

namespace joinedup {

/// Units are PSUs where there are clusters (a number counts within its stratum), else records. Numbered from 0 in the
/// order of the records, which must be sorted by area, stratum and cluster or in any other fixed order.
struct UnitDesign {
  bool clusters = false;
  std::vector<std::uint32_t> unit_of;       ///< by record
  std::vector<std::uint32_t> stratum_of;    ///< by unit
  std::vector<double> copies;               ///< by unit: identical records that it stands for; 1 for a PSU
  std::vector<std::uint32_t> strata;        ///< by stratum: its number in the records
  std::vector<std::uint64_t> stratum_units; ///< by stratum
  std::vector<StratumVariance> variances;   ///< by stratum
  std::size_t units() const { return stratum_of.size(); }
};

UnitDesign unit_design(const ScoredRecords& records, bool clusters, const DesignChoices& choices);

/// The units of some records, and where each record lies among them.
struct UnitRows {
  std::vector<std::uint32_t> units; ///< ascending
  std::vector<std::uint32_t> row;   ///< by record: place of its unit
};
UnitRows unit_rows(const UnitDesign& design, std::span<const std::uint32_t> of);

/// What a record counts in the total of its unit: its copies where they lie in one PSU, else once.
inline double count_in_unit(const UnitDesign& design, const ScoredRecords& records, std::size_t record) {
  return design.clusters ? static_cast<double>(records.counts[record]) : 1;
}

/// Totals of several variates over some units: a row a unit. Totals of a unit that stands for several records are those
/// of one of them.
struct UnitTotals {
  std::vector<std::uint32_t> units; ///< ascending
  Eigen::MatrixXd totals;           ///< [row][variate]
};

/// `by_record`: a row for each record of `of`.
UnitTotals unit_totals(const UnitDesign& design, const ScoredRecords& records, std::span<const std::uint32_t> of,
                       const Eigen::MatrixXd& by_record);

/// Covariances of the variates of `a` with those of `b`; every unit of `a` is one of `b`, and where a unit is not
/// listed its total is 0.
Eigen::MatrixXd covariance(const UnitDesign& design, const UnitTotals& a, const UnitTotals& b);

} // namespace joinedup
