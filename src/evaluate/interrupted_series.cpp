#include "evaluate/interrupted_series.hpp"

#include "stats/normal.hpp"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <limits>

namespace joinedup {

namespace {

using Index = Eigen::Index;
using Terms = Eigen::Matrix<double, Eigen::Dynamic, series_terms>;
using Square = Eigen::Matrix<double, series_terms, series_terms>;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

Terms columns(std::size_t waves, std::size_t first_after) {
  Terms out = Terms::Zero(static_cast<Index>(waves), series_terms);
  for (std::size_t t = 0; t < waves; ++t) {
    const double since = static_cast<double>(t) - static_cast<double>(first_after);
    const double after = t >= first_after ? 1 : 0;
    out.row(static_cast<Index>(t)) << 1, since, after, after * since;
  }
  return out;
}

/// Sum over pairs of waves up to `lag` apart of their scores, Bartlett's weights.
Square long_run(const Terms& scores, std::size_t lag) {
  Square out = scores.transpose() * scores;
  const Index waves = scores.rows();
  for (std::size_t apart = 1; apart <= lag; ++apart) {
    const auto l = static_cast<Index>(apart);
    const Square products = scores.bottomRows(waves - l).transpose() * scores.topRows(waves - l);
    const double weight = 1 - static_cast<double>(apart) / static_cast<double>(lag + 1);
    out += weight * (products + products.transpose());
  }
  return out;
}

SeriesEstimate with_t(double value, double se, double df) {
  constexpr double upper = 0.975;
  const double reach = student_t_quantile(upper, df) * se;
  SeriesEstimate out{value, se, value - reach, value + reach, nan, nan};
  if (se > 0) {
    out.t = value / se;
    out.p = student_t_two_sided_p(out.t, df);
  }
  return out;
}

} // namespace

std::size_t usual_lag(std::size_t waves) {
  constexpr double at_hundred = 4, hundred = 100, power = 2.0 / 9;
  return static_cast<std::size_t>(at_hundred * std::pow(static_cast<double>(waves) / hundred, power));
}

InterruptedSeries interrupted_series(std::span<const double> means, std::size_t first_after, std::size_t lag) {
  InterruptedSeries out;
  out.terms.fill({nan, nan, nan, nan, nan, nan});
  const std::size_t waves = means.size();
  out.lag = std::min(lag, waves == 0 ? 0 : waves - 1);
  out.df = static_cast<double>(waves) - static_cast<double>(series_terms);
  const bool possible = waves > series_terms && first_after >= 2 && waves - std::min(first_after, waves) >= 2 &&
                        std::none_of(means.begin(), means.end(), [](double y) { return std::isnan(y); });
  if (!possible) return out;
  const Terms x = columns(waves, first_after);
  const Eigen::Map<const Eigen::VectorXd> y(means.data(), static_cast<Index>(waves));
  const Square inverse = (x.transpose() * x).inverse();
  const Eigen::Matrix<double, series_terms, 1> fit = inverse * (x.transpose() * y);
  const Eigen::VectorXd rest = y - x * fit;
  const Terms scores = x.array().colwise() * rest.array();
  const Square variance = static_cast<double>(waves) / out.df * inverse * long_run(scores, out.lag) * inverse;
  for (std::size_t k = 0; k < series_terms; ++k) {
    const auto at = static_cast<Index>(k);
    out.terms.at(k) = with_t(fit(at), std::sqrt(std::max(0.0, variance(at, at))), out.df);
  }
  return out;
}

} // namespace joinedup
