#include "publish/target.hpp"

#include <cmath>
#include <limits>

namespace joinedup {

std::vector<std::size_t> compared(std::span<const Contender> areas, const ComparisonRule& rule) {
  std::vector<std::size_t> members;
  for (std::size_t a = 0; a < areas.size(); ++a) {
    const Contender& area = areas[a];
    const bool lonely = area.target && std::isnan(*area.target);
    const bool may = area.shown || rule.kind == TargetKind::areas_fixed;
    if (area.eligible && may && !lonely && std::isfinite(area.value) && std::isfinite(area.se) && area.se > 0)
      members.push_back(a);
  }
  return members;
}

BetweenVariance between_variance(const ComparisonOptions& options) {
  if (options.shrinkage == "dersimonian_laird") return BetweenVariance::der_simonian_laird;
  return options.shrinkage == "reml" ? BetweenVariance::reml : BetweenVariance::paule_mandel;
}

Target common_target(std::span<const Contender> areas, std::span<const std::size_t> members, const ComparisonRule& rule,
                     BetweenVariance between) {
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  const bool pooled = rule.kind == TargetKind::areas || rule.kind == TargetKind::areas_fixed;
  if (!pooled) return {rule.given.value_or(none), rule.given_se};
  if (members.size() < 2) return {none, 0};
  std::vector<double> values, ses;
  for (const std::size_t a : members) {
    values.push_back(areas[a].value);
    ses.push_back(areas[a].se);
  }
  if (rule.kind == TargetKind::areas_fixed) {
    const FixedEffect mean = fixed_effect(values, ses);
    return {mean.mean, mean.mean_se};
  }
  const RandomEffects mean = random_effects(values, ses, between);
  return {mean.mean, mean.mean_se};
}

} // namespace joinedup
