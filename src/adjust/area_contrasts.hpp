// Adjusted area means against their own unweighted mean, as the CAHPS star table has them.
#pragma once

#include "adjust/regression.hpp"

#include <vector>

namespace joinedup {

/// Adjusted means of all areas with the errors of ordinary regression (one residual variance), as the published program
/// has them; errors by design stand in the estimates. NaN where an area has nobody.
struct AdjustedAreas {
  Eigen::VectorXd mean;
  Eigen::MatrixXd covariance;
  double df = 0;         ///< residual
  double f = 0, f_p = 0; ///< regression with areas against that without
  double f_df = 0;       ///< areas with anybody - 1
};

AdjustedAreas adjusted_areas(const RegressionData& data, const Regression& fit);

/// One area against the unweighted mean of those compared.
struct AreaContrast {
  double difference = 0, se = 0, t = 0, p = 0;
  int stars = 2; ///< 3 above the mean (p below 0.05), 1 below it, else 2
};

/// `among`: areas to compare, by place; one contrast each.
std::vector<AreaContrast> contrasts(const AdjustedAreas& areas, const std::vector<std::size_t>& among);

} // namespace joinedup
