#include "report/html/summary.hpp"

#include "base/text.hpp"
#include "report/html/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace joinedup {
namespace {

void count(ComparisonCounts& counts, const Wording& wording, const Comparison& c, bool low_is_good) {
  const auto slot = [&](Band band) { return static_cast<std::size_t>(wording.level(band, low_is_good) + 3); };
  if (c.band_sampling != Band::none) {
    ++counts.compared;
    ++counts.sampling.at(slot(c.band_sampling));
    if (c.fdr.value_or(false) && wording.level(c.band_sampling) != 0) ++counts.after_fdr;
  }
  if (c.band != Band::none) {
    ++counts.spread_known;
    ++counts.spread.at(slot(c.band));
  }
}

} // namespace

ComparisonCounts count_index(const RunResults& results, const Wording& wording) {
  ComparisonCounts counts;
  for (const AreaResult& area : results.areas)
    count(counts, wording, area.comparison, false);
  return counts;
}

ComparisonCounts count_indicator(const RunResults& results, const Wording& wording, std::size_t number) {
  ComparisonCounts counts;
  for (const AreaResult& area : results.areas)
    if (const IndicatorResult* indicator = indicator_at(area, number))
      count(counts, wording, indicator->comparison, results.indicators.at(number).low_is_good);
  return counts;
}

MarkCounts count_marks(const RunResults& results) {
  MarkCounts counts;
  for (const AreaResult& area : results.areas) {
    counts.hidden += area.status.hidden();
    counts.secondary += area.status.hidden() && !area.status.suppressed;
    if (area.status.hidden()) continue;
    counts.caution += area.status.caution && !area.status.partial && !area.status.coverage; // every area once
    counts.partial += area.status.partial && !area.status.coverage;
    counts.coverage += area.status.coverage;
  }
  return counts;
}

RankSummary summarise_ranks(const RunResults& results) {
  std::vector<std::size_t> places;
  for (const AreaResult& area : results.areas)
    if (area.rank_interval)
      places.push_back(static_cast<std::size_t>(area.rank_interval->high - area.rank_interval->low + 1));
  if (places.empty()) return {};
  std::ranges::sort(places);
  return {places.size(), places[places.size() / 2]};
}

std::string by_chance(std::size_t compared, const ComparisonOptions& options) {
  const double expected = static_cast<double>(compared) * (100 - options.first_limit()) / 100;
  return expected < 0.5 ? "fewer than 1" : "about " + fixed(expected, 0);
}

bool no_spread(const RunResults& results) {
  return !results.small && results.target.tau2 && std::abs(*results.target.tau2) < 1e-12;
}

const std::string& list_name(const AreaResult& area) {
  return !area.short_name.empty() ? area.short_name : !area.name.empty() ? area.name : area.code;
}

Number reference_of(const RunResults& results, const AreaResult& row) {
  if (row.index.value && row.comparison.difference) return *row.index.value - *row.comparison.difference;
  return results.target.value;
}

const IndicatorResult* indicator_at(const AreaResult& row, std::size_t number) {
  return number < row.indicators.size() ? &row.indicators[number] : nullptr;
}

std::string indicator_label(const RunResults& results, const std::string& id) {
  if (id.empty()) return "Measures missing here";
  for (const IndicatorInfo& info : results.indicators)
    if (info.id == id) return info.label.empty() ? id : info.label;
  return id;
}

} // namespace joinedup
