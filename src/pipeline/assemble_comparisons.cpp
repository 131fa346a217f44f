#include "pipeline/assemble_comparisons.hpp"

#include "base/text.hpp"
#include "index/rest.hpp"
#include "publish/bands.hpp"
#include "publish/ranking.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace joinedup {

namespace {

/// What `name` ("index" or an indicator's id) is compared with, apart from pooled targets. `whole`: its value in the
/// whole, NaN where not given.
ComparisonRule rule_for(const TargetSpec& target, std::string_view name, double whole) {
  ComparisonRule rule;
  rule.kind = target.kind;
  if (target.kind == TargetKind::england && std::isfinite(whole)) rule.given = whole;
  if (target.kind == TargetKind::fixed && name == "index") {
    rule.given = target.value;
    rule.given_se = target.se;
  }
  if (target.kind != TargetKind::table) return rule;
  const auto row =
      std::find_if(target.rows.begin(), target.rows.end(), [name](const TargetRow& r) { return r.indicator == name; });
  if (row == target.rows.end()) return rule;
  rule.given = row->value;
  rule.given_se = row->se;
  return rule;
}

bool never_banded(const IndexSpec& index, const std::string& indicator) {
  const auto& ids = index.unranked_companions;
  return std::find(ids.begin(), ids.end(), indicator) != ids.end();
}

Number four_decimals(double value) { return std::isfinite(value) ? Number{round_to(value, 4)} : std::nullopt; }

std::string target_name(const RunResults& results) {
  const TargetSpec& target = results.study.target;
  if (!target.label.empty()) return target.label;
  switch (target.kind) {
  case TargetKind::england:
    return results.total.name;
  case TargetKind::areas:
  case TargetKind::areas_fixed:
    return "mean of the areas";
  case TargetKind::fixed:
    return "fixed value";
  case TargetKind::table:
    return "published values";
  }
  return {};
}

/// R4: rounded, so that published figures say no more of any area than its own row does.
TargetResult published_target(const ComparedAreas& compared, const RunResults& results) {
  TargetResult out;
  out.name = target_name(results);
  out.kind = words(results.study.target.kind);
  out.value = four_decimals(compared.target.value);
  const bool of_whole = results.study.target.kind == TargetKind::england;
  const double se = of_whole ? results.total.index.se.value_or(std::nan("")) : compared.target.se;
  if (out.value && se > 0) out.se = four_decimals(se);
  out.tau2 = four_decimals(compared.tau2);
  out.phi = four_decimals(compared.phi);
  out.tau2_reliability = four_decimals(compared.between);
  out.tau2_reason = compared.tau2_reason;
  out.areas_compared = compared.members.size();
  return out;
}

Contender index_contender(const DraftRow& row, const DraftTable& table, const IndexFrame& frame,
                          const RunResults& results) {
  Contender out;
  out.value = row.composite.value;
  out.se = row.composite.se;
  out.eligible = row.estimate->n >= results.study.disclosure.minimum && row.imputed == 0 &&
                 (row.composite.coverage.complete || frame.partial_levels);
  out.shown = row.index == Hiding::shown;
  const bool leave_out = results.study.target.kind == TargetKind::england && row.composite.coverage.complete;
  const DomainEstimate& whole = *table.total.estimate;
  if (leave_out && weight_share(frame, *row.estimate, whole) > large_share)
    out.target = index_of_rest(frame, *row.estimate, whole);
  return out;
}

Contender indicator_contender(const DraftRow& row, const DomainEstimate& whole, std::size_t k,
                              const RunResults& results) {
  const DomainEstimate& estimate = *row.estimate;
  Contender out;
  out.value = estimate.mean[k];
  out.se = std::sqrt(estimate.covariance[k * estimate.mean.size() + k]);
  out.eligible = estimate.indicator_n[k] >= results.study.disclosure.minimum;
  out.shown = row.indicators[k] == Hiding::shown;
  const bool leave_out = results.study.target.kind == TargetKind::england;
  if (leave_out && weight_share(estimate, whole, k) > large_share) out.target = mean_of_rest(estimate, whole, k);
  return out;
}

} // namespace

IndexComparison compare_index(const DraftTable& table, const IndexFrame& frame, const RunResults& results) {
  std::vector<Contender> contenders;
  for (const DraftRow& row : table.areas)
    contenders.push_back(index_contender(row, table, frame, results));
  const bool whole_shown = table.total.index == Hiding::shown;
  const double whole = whole_shown ? table.total.composite.value : std::nan("");
  IndexComparison out;
  out.areas = compare_areas(contenders, rule_for(results.study.target, "index", whole), results.study.comparison);
  for (const std::size_t a : out.areas.members) {
    if (contenders[a].target) ++out.large;
    if (!contenders[a].shown) ++out.hidden_members;
  }
  return out;
}

void publish_comparison(const IndexComparison& comparison, RunResults& results) {
  for (std::size_t a = 0; a < results.areas.size(); ++a) {
    AreaResult& row = results.areas[a];
    if (row.status.hidden()) continue;
    const ComparedArea& compared = comparison.areas.areas[a];
    row.comparison = compared.comparison;
    row.reliability = compared.reliability;
    row.shrunk = compared.shrunk;
    if (row.reliability && *row.reliability < reliable) row.status.caution = true;
    if (results.index.ranked) continue;
    row.comparison = {};
    row.comparison.difference = compared.comparison.difference;
  }
  results.target = published_target(comparison.areas, results);
  results.target.hidden_compared = comparison.hidden_members;
}

void compare_indicators(const DraftTable& table, RunResults& results) {
  const DomainEstimate& whole = *table.total.estimate;
  for (std::size_t k = 0; k < results.indicators.size(); ++k) {
    const IndicatorInfo& info = results.indicators[k];
    if (!info.banded || never_banded(results.index, info.id)) continue;
    const bool whole_shown = table.total.indicators[k] == Hiding::shown;
    ComparisonRule rule = rule_for(results.study.target, info.id, whole_shown ? whole.mean[k] : std::nan(""));
    if (rule.kind == TargetKind::fixed) continue;
    rule.low_is_good = info.low_is_good;
    std::vector<Contender> contenders;
    for (const DraftRow& row : table.areas)
      contenders.push_back(indicator_contender(row, whole, k, results));
    const ComparedAreas compared = compare_areas(contenders, rule, results.study.comparison);
    results.indicators[k].hidden_compared = static_cast<std::size_t>(std::count_if(
        compared.members.begin(), compared.members.end(), [&](std::size_t a) { return !contenders[a].shown; }));
    for (std::size_t a = 0; a < results.areas.size(); ++a) {
      IndicatorResult& cell = results.areas[a].indicators[k];
      if (!cell.status.hidden()) cell.comparison = compared.areas[a].comparison;
    }
  }
}

void rank_rows(const DraftTable& table, bool few, RunResults& results) {
  if (few || !results.index.ranked) return;
  std::vector<RankCandidate> candidates;
  for (std::size_t a = 0; a < results.areas.size(); ++a) {
    const AreaResult& row = results.areas[a];
    const bool ok = row.status == ResultStatus{} && row.reliability.has_value();
    candidates.push_back({table.areas[a].composite.value, table.areas[a].composite.se, ok});
  }
  const std::vector<RankedArea> ranked = rank_areas(candidates, results.study.comparison);
  for (std::size_t a = 0; a < results.areas.size(); ++a) {
    results.areas[a].rank = ranked[a].rank;
    results.areas[a].rank_tied = ranked[a].tied;
    results.areas[a].rank_interval = ranked[a].interval;
  }
}

} // namespace joinedup
