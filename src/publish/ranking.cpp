#include "publish/ranking.hpp"

#include "stats/ranks.hpp"

namespace joinedup {

std::vector<RankedArea> rank_areas(std::span<const RankCandidate> areas, const ComparisonOptions& options) {
  std::vector<RankedArea> out(areas.size());
  std::vector<std::size_t> members;
  std::vector<double> values, ses;
  for (std::size_t a = 0; a < areas.size(); ++a) {
    if (!areas[a].may_rank) continue;
    members.push_back(a);
    values.push_back(areas[a].value);
    ses.push_back(areas[a].se);
  }
  if (members.size() < 2) return out;
  const std::vector<CompetitionRank> ranks = competition_ranks(values);
  const std::vector<RankLimits> limits = rank_limits(
      {values, ses}, options.rank_intervals == "marginal" ? RankFamily::marginal : RankFamily::simultaneous);
  for (std::size_t i = 0; i < members.size(); ++i) {
    RankedArea& area = out[members[i]];
    area.rank = ranks[i].rank;
    area.tied = ranks[i].tied;
    area.interval = RankInterval{limits[i].low, limits[i].high};
  }
  return out;
}

} // namespace joinedup
