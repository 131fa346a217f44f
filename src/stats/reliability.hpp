// How much of the difference between groups' means is signal: intra-class correlation and what follows from it.
#pragma once

#include <cstdint>
#include <span>

namespace joinedup {

/// Intra-class correlation by one-way analysis of variance. NaN where it is not defined (fewer than two groups, or no
/// group of two).
struct AnovaIcc {
  double between = 0, within = 0; ///< mean squares
  double f = 0;
  double n0 = 0;  ///< average group size, (N - sum n^2 / N) / (groups - 1)
  double icc = 0; ///< (between - within) / (between + (n0 - 1) within); may be negative
};

/// `group` holds a number from 0 per value; NaN values are left out.
AnovaIcc anova_icc(std::span<const double> values, std::span<const std::uint32_t> group);

/// A group by its own moments.
struct GroupMoments {
  double n = 0, mean = 0, sd = 0; ///< sd: n - 1 form; not looked at where n < 2
};

/// The same from groups of n > 0.
AnovaIcc anova_icc(std::span<const GroupMoments> groups);

/// Reliability of the mean of n respondents: n icc / (1 + (n - 1) icc) (Spearman-Brown).
double spearman_brown(double icc, double n);
/// The n, a fraction, at which the mean reaches `reliability`; NaN outside 0 < icc < 1.
double respondents_needed(double icc, double reliability);

} // namespace joinedup
