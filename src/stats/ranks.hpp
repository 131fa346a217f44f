// Ranks of areas (1 = the highest value) and how far sampling error lets them go.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace joinedup {

struct CompetitionRank {
  int rank = 0; ///< 0 = no value, no rank
  bool tied = false;
};

/// Equal values share the best of their places and the next place is left out ("1, 2=, 2=, 4"); values count as equal
/// within `tolerance` of the best of their tie (RULINGS R19). NaN has no rank.
std::vector<CompetitionRank> competition_ranks(std::span<const double> values, double tolerance = 1e-9);

/// Values with sampling errors to compare in pairs. `covariance`: A x A row by row, off-diagonal terms of the values;
/// empty = independent areas.
struct RankedValues {
  std::span<const double> values, se;
  std::span<const double> covariance = {};
};

/// 1 + sum over others of the probability that they are truly higher. NaN without value or SE.
std::vector<double> expected_ranks(const RankedValues& areas);

/// The ranks that the data do not rule out; 0, 0 = no rank.
struct RankLimits {
  int low = 0, high = 0;
};

/// Which pairs Holm's adjustment covers: all (every interval holds at once) or the A - 1 pairs of each area alone.
enum class RankFamily : std::uint8_t { simultaneous, marginal };

/// [1 + areas significantly higher, A - areas significantly lower] by two-sided pairwise tests with Holm's adjustment:
/// a conservative form without a bootstrap of Mogstad, Romano, Shaikh and Wilhelm 2023 (10.1093/restud/rdad006).
std::vector<RankLimits> rank_limits(const RankedValues& areas, RankFamily family = RankFamily::simultaneous,
                                    double alpha = 0.05);

} // namespace joinedup
