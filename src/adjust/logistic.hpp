// Case mix of a yes or no: the share that each area would have if everybody were asked there, by logistic regression
// with an effect for each area (predictive margins: Graubard and Korn 1999, 10.1111/j.0006-341X.1999.00652.x).
#pragma once

#include "adjust/regression.hpp"

#include <Eigen/Dense>

#include <vector>

namespace joinedup {

/// Log odds of y = area effect + x' slope, weighted; y is 0 or 1. Areas in which all answers are alike say nothing of
/// the slope: their effect is infinite.
struct Logistic {
  std::vector<bool> used;      ///< by term; false: constant within areas, or made of the terms before it
  Eigen::VectorXd slope;       ///< by term, 0 where not used
  Eigen::VectorXd effect;      ///< by area; NaN where nobody takes part
  Eigen::MatrixXd inverse;     ///< of the information on the slope with area effects free, 0 where not used
  Eigen::MatrixXd area_x;      ///< [area][term]: means of x by w p (1 - p)
  Eigen::VectorXd information; ///< by area: sum of w p (1 - p)
  Eigen::VectorXd weight;      ///< by area: sum of w
  bool settled = false;        ///< false: some group's answers are told apart for sure, so that no slope is best
};

Logistic regress_log_odds(const RegressionData& data);

/// expit(effect + x' slope) of one record.
double fitted_share(const Logistic& fit, double effect, const RegressionData& data, std::size_t record);

/// Means of fitted_share over all records that take part, each as if in that area.
struct PredictiveMargins {
  Eigen::VectorXd mean;      ///< by area
  Eigen::VectorXd by_effect; ///< by area: derivative by the area's effect
  Eigen::MatrixXd by_slope;  ///< [area][term]
};
PredictiveMargins predictive_margins(const RegressionData& data, const Logistic& fit);

} // namespace joinedup
