#include "report/hide.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace joinedup {
namespace {

void empty_indicator(IndicatorResult& indicator) {
  IndicatorResult empty;
  empty.indicator = std::move(indicator.indicator);
  empty.status = indicator.status;
  indicator = std::move(empty);
}

/// What a comparison says in numbers; the bands stay.
void empty_numbers(Comparison& comparison) {
  comparison.difference.reset();
  comparison.z.reset();
  comparison.z_od.reset();
  comparison.p.reset();
}

/// Where hidden areas are in the target, each exact figure of the comparison is an equation in them: two or three give
/// a hidden area's index away, to all digits (see tests/attack). The target stays to one decimal.
void blur_comparisons(RunResults& results) {
  for (std::size_t k = 0; k < results.indicators.size(); ++k) {
    if (results.indicators[k].hidden_compared == 0) continue;
    for (AreaResult& row : results.areas)
      empty_numbers(row.indicators[k].comparison);
  }
  TargetResult& target = results.target;
  if (target.hidden_compared == 0) return;
  for (AreaResult& row : results.areas) {
    empty_numbers(row.comparison);
    row.reliability.reset();
    row.shrunk.reset();
  }
  if (target.value) target.value = round_to(*target.value, 1);
  target.se.reset();
  target.tau2.reset();
  target.phi.reset();
  target.tau2_reliability.reset();
  target.tau2_reason = "not given: a hidden area that was compared could be solved for";
}

/// The index of a row and all that follows from it; the row's own place and name stay.
void empty_index(AreaResult& row) {
  row.n.reset();
  row.index = {};
  row.geometric.reset();
  for (DomainResult& domain : row.domains)
    domain.value.reset();
  row.contributions.clear();
  row.comparison = {};
  row.rank.reset();
  row.rank_tied = false;
  row.rank_interval.reset();
  row.reliability.reset();
  row.shrunk.reset();
}

void empty_hidden(AreaResult& row, const DisclosureSpec& disclosure) {
  for (IndicatorResult& indicator : row.indicators)
    if (indicator.status.hidden()) empty_indicator(indicator);
  if (!row.status.hidden()) return;
  empty_index(row);
  if (row.reason.empty()) row.reason = hidden_reason(row.status, disclosure);
}

/// What the other rule would do says nothing of a hidden area, nor of a hidden measure of one that is shown.
void empty_catch_all(const RunResults& results, CatchAllResult& one) {
  std::erase_if(one.areas, [&](const CatchAllArea& area) {
    return std::any_of(results.areas.begin(), results.areas.end(),
                       [&](const AreaResult& row) { return row.code == area.code && row.status.hidden(); });
  });
  for (const AreaResult& row : results.areas) {
    for (CatchAllArea& area : one.areas) {
      if (area.code != row.code) continue;
      for (auto& [id, moved] : area.moved) {
        for (const IndicatorResult& indicator : row.indicators)
          if (indicator.indicator == id && indicator.status.hidden()) moved.reset();
      }
    }
  }
}

} // namespace

std::string hidden_reason(const ResultStatus& status, const DisclosureSpec& disclosure) {
  if (status.suppressed) return fmt::format("fewer than {} answers", disclosure.minimum);
  if (status.disclosure_difference) return "hidden, since with an earlier release it would tell of too few people";
  if (status.suppressed_secondary) return "hidden so that another area's figure cannot be worked out";
  if (status.coverage) return "too few of its measures remain";
  return {};
}

std::map<std::string, std::uint64_t> pooled_codes(const std::map<std::string, std::uint64_t>& codes,
                                                  std::uint64_t minimum) {
  std::map<std::string, std::uint64_t> out;
  for (const auto& [code, records] : codes)
    out[records >= minimum ? code : "other codes"] += records;
  return out;
}

std::string hidden_words(const std::string& reason) {
  return reason.starts_with("hidden") ? reason : "hidden: " + reason;
}

RunResults without_hidden(RunResults results) {
  for (AreaResult& row : results.areas)
    empty_hidden(row, results.study.disclosure);
  for (AreaResult& row : results.regions)
    empty_hidden(row, results.study.disclosure);
  empty_hidden(results.total, results.study.disclosure);
  blur_comparisons(results);
  for (CatchAllResult& one : results.catch_all)
    empty_catch_all(results, one);
  results.reconciliation.unknown_areas =
      pooled_codes(results.reconciliation.unknown_areas, results.study.disclosure.minimum);
  return results;
}

} // namespace joinedup
