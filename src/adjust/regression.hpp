// Case mix by regression with an effect for each area: what an area's mean would be with everybody's adjusters
// (CAHPS Analysis Program, AHRQ 20-M019, 2020).
#pragma once

#include <Eigen/Dense>

#include <cstdint>
#include <span>
#include <vector>

namespace joinedup {

/// A row a record, each row in one piece: fits go through records one by one.
using RecordMatrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// The records of one regression; all of one length.
struct RegressionData {
  std::span<const double> y;           ///< NaN = takes no part
  std::span<const double> weights;     ///< 0 = takes no part
  std::span<const double> counts;      ///< identical records that each stands for
  std::span<const std::uint32_t> area; ///< below `areas`
  std::size_t areas = 0;
  const RecordMatrix& x;                    ///< [record][term]
  std::span<const std::uint8_t> tells = {}; ///< by area: 0 = adjusted, and takes no part in the slope; empty = all do

  bool tells_slope(std::size_t record) const { return tells.empty() || tells[area[record]] != 0; }
};

/// Weighted sums of squares and products about the means of areas, of areas that tell the slope.
struct WithinAreas {
  Eigen::MatrixXd xx;
  Eigen::VectorXd xy, scale; ///< scale: of x about 0, to tell a constant from rounding
  double yy = 0, n = 0;
};

/// y = area effect + x' slope + rest, weighted.
struct Regression {
  std::vector<bool> used;       ///< by term; false: constant within areas, or made of the terms before it
  Eigen::VectorXd slope;        ///< by term, 0 where not used
  Eigen::MatrixXd inverse;      ///< of the within-area sums of squares and products of x, 0 where not used
  Eigen::VectorXd centre;       ///< mean of x over all that take part
  Eigen::MatrixXd area_x;       ///< [area][term]: means of x
  Eigen::VectorXd area_y;       ///< by area: mean of y, NaN where nobody takes part
  Eigen::VectorXd weight;       ///< by area
  std::uint64_t n = 0;          ///< that take part
  double residual_df = 0;       ///< n - areas with anybody - terms used, of areas that tell the slope
  double residual_variance = 0; ///< weighted sum of squared rests / residual_df; NaN without df
  WithinAreas within;           ///< what it is fitted to
};

Regression regress(const RegressionData& data);

/// Residual sum of squares of the same regression without area effects, over areas that tell the slope.
double squares_without_areas(const RegressionData& data, const Regression& fit);

/// Weighted mean of y less slope' (weighted mean of x - centre), over some areas together; NaN where nobody takes part.
struct AdjustedMean {
  double mean = 0, crude = 0;
  Eigen::VectorXd x; ///< weighted mean of x in the areas
  double weight = 0;
};
AdjustedMean adjusted_mean(const Regression& fit, std::span<const std::size_t> areas);

} // namespace joinedup
