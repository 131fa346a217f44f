// One indicator adjusted for case mix by regression: its estimates, and how they move with each record.
#pragma once

#include "adjust/regression.hpp"
#include "estimate/variates.hpp"

#include <Eigen/Dense>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace joinedup {

/// What all indicators of a run share.
struct FitInput {
  const ScoredRecords& records;
  const std::vector<std::size_t>& region_of; ///< by area: its region, as record_domains takes it
  std::size_t areas = 0;
  std::span<const RecordDomain> domains; ///< areas, regions, the whole
  const std::vector<double>& counts;     ///< by record
  const RecordMatrix& x;                 ///< [record][term]
  std::uint64_t area_minimum = 0;        ///< areas of fewer people with a score say nothing of the slopes
};

class IndicatorFit {
public:
  virtual ~IndicatorFit() = default;

  /// Adjusted means, [domain]: NaN where nobody takes part.
  virtual std::vector<double> means() const = 0;
  /// The same by other weights, fitted anew.
  virtual std::vector<double> means_by(const std::vector<double>& weights) const = 0;

  /// Totals of variates over all units, of which the first are those of the slopes.
  virtual Eigen::MatrixXd shared(const UnitDesign& design) const = 0;
  /// As DomainVariates: totals over the domain's units, whose records lie in `rows`, and shares of the shared ones.
  virtual Eigen::VectorXd local(const UnitDesign& design, std::size_t domain, const UnitRows& rows) const = 0;
  virtual Eigen::RowVectorXd shares(std::size_t domain) const = 0;

  virtual const std::vector<bool>& used() const = 0;         ///< by term
  virtual const Eigen::VectorXd& slope() const = 0;          ///< by term
  virtual std::string scale() const = 0;                     ///< of the slope: "measure" or "log odds"
  virtual const Regression* line() const { return nullptr; } ///< where it is a straight line
};

/// By area: 0 where fewer people than area_minimum have a score `y` and weight.
std::vector<std::uint8_t> areas_that_tell(const FitInput& input, std::span<const double> y);

/// The regression of scores `y` of the records; `y` must outlive the fit.
std::unique_ptr<IndicatorFit> linear_fit(const FitInput& input, std::span<const double> y);

/// Logistic: for scores of 0 and 1. Null where no slope is best.
std::unique_ptr<IndicatorFit> logistic_fit(const FitInput& input, std::span<const double> y);

} // namespace joinedup
