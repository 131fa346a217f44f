// Variance between areas beyond sampling error, and area values drawn towards the mean of the areas by it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace joinedup {

/// Estimators of the variance between areas: DerSimonian and Laird 1986 (10.1016/0197-2456(86)90046-2), Paule and
/// Mandel 1982 (10.6028/jres.087.022), restricted maximum likelihood (Viechtbauer 2005, 10.3102/10769986030003261).
enum class BetweenVariance : std::uint8_t { der_simonian_laird, paule_mandel, reml };

/// A random-effects summary of areas. Areas whose value is NaN, or whose SE is NaN or 0, take no part; where every SE
/// is 0, tau2 is the sample variance and the mean is plain. tau2 is NaN with fewer than two areas.
struct RandomEffects {
  std::size_t areas = 0; ///< that take part; with two, tau2 rests on one difference: say so
  double tau2 = 0;       ///< squared units of the values
  double mean = 0;       ///< weights 1 / (se^2 + tau2)
  double mean_se = 0;
  double q = 0; ///< sum of (y - fixed-effect mean)^2 / se^2
};

RandomEffects random_effects(std::span<const double> values, std::span<const double> se,
                             BetweenVariance method = BetweenVariance::paule_mandel);

/// The precision-weighted mean of areas, weights 1 / se^2, and its SE; areas left out as above.
struct FixedEffect {
  std::size_t areas = 0;
  double mean = 0, mean_se = 0;
};
FixedEffect fixed_effect(std::span<const double> values, std::span<const double> se);

/// Empirical Bayes value of one area: mean + reliability (value - mean). Reliability = tau2 / (tau2 + se^2), the share
/// of the variance of an area's value that is not sampling error. Without a usable SE or tau2 the value stays as it
/// is and reliability and se are NaN. An SE of 0 leaves the value too, with reliability 1, or 0 where tau2 is 0.
struct Shrunk {
  double reliability = 0, value = 0, se = 0;
};
Shrunk shrink(double value, double se, const RandomEffects& areas);

} // namespace joinedup
