// Other states that a report must handle, each made from the 42 areas.
#pragma once

#include "support/results_builder.hpp"

namespace joinedup::testing {

/// Only the first `count` areas, without ranks and usual spread.
inline RunResults few_areas(std::size_t count) {
  RunResults results = many_areas();
  results.areas.resize(count);
  for (AreaResult& area : results.areas) {
    area.rank.reset();
    area.rank_interval.reset();
    area.reliability.reset();
    area.shrunk.reset();
    area.comparison.z_od.reset();
    area.comparison.band = Band::none;
  }
  results.target.tau2.reset();
  results.target.phi.reset();
  results.target.tau2_reason = "fewer than five areas";
  results.small = true;
  return results;
}

/// One area against a published table; the reference of its index is 65.0.
inline RunResults one_area_with_table() {
  RunResults results = few_areas(1);
  results.areas[0].index = estimated(61.25, 1.0);
  results.areas[0].comparison = compared(61.25 - 65.0, 1.0, 0);
  results.areas[0].comparison.z_od.reset();
  results.areas[0].comparison.band = Band::none;
  results.target = {"Published figures 2024", "table", 65.0, {}, {}, {}, {}, "fewer than five areas", 1};
  return results;
}

/// tau squared is 0: nobody is ranked.
inline RunResults no_spread_between_areas() {
  RunResults results = many_areas();
  results.target.tau2 = 0.0;
  for (AreaResult& area : results.areas) {
    area.rank.reset();
    area.rank_interval.reset();
    if (area.reliability) area.reliability = 0.0;
    area.comparison.band = area.comparison.band_sampling;
  }
  return results;
}

inline RunResults without_geography() {
  RunResults results = many_areas();
  results.geography.clear();
  results.geography_title.clear();
  results.regions.clear();
  results.regions_known.clear();
  results.total_name = results.total.name = "All areas";
  results.target.name = "All areas";
  for (AreaResult& area : results.areas) {
    area.region.clear();
    area.tile_column = area.tile_row = 0;
    area.name = area.short_name = area.code;
  }
  return results;
}

/// An index that is never ranked or banded.
inline RunResults unranked_index() {
  RunResults results = many_areas();
  results.index.ranked = false;
  for (AreaResult& area : results.areas) {
    area.comparison = {};
    area.rank.reset();
    area.rank_interval.reset();
  }
  return results;
}

/// Every text that comes from outside carries markup, quotes, an entity and a formula.
inline RunResults hostile_texts() {
  const std::string evil = "=<script>alert('x')</script>\"><img src=x onerror=\"y\">&amp;";
  RunResults results = many_areas();
  for (std::string* text :
       {&results.index.title, &results.study.study, &results.study.population, &results.study.fieldwork,
        &results.study.purpose, &results.study.role, &results.study.weights_by, &results.geography_title,
        &results.total_name, &results.total.name, &results.total.code, &results.target.name, &results.version,
        &results.target.tau2_reason, &results.index.domains[0].label, &results.areas[hidden_area].reason,
        &results.areas[partial_area].reason, &results.areas[coverage_area].reason})
    *text = evil;
  for (AreaResult& area : results.areas)
    area.name = area.short_name = area.code = evil + area.code;
  for (Region& region : results.regions_known)
    region.name = evil;
  for (IndicatorInfo& info : results.indicators) {
    for (std::string* text : {&info.label, &info.notice, &info.source, &info.value_set, &info.method, &info.score})
      *text = evil;
    for (auto& question : info.question_weights)
      question.first = evil + question.first; // no id stands twice
  }
  results.notices = {evil};
  results.suppression_log = {evil};
  results.settings = {{evil, evil, evil}};
  results.inputs = {{evil, evil, evil, 1}};
  results.reconciliation.unknown_areas = {{evil, 1}};
  results.reconciliation.not_scored = {{evil, 191}};
  results.diagnostics.warning(evil, {evil, 1, 1, evil}, evil, evil);
  return results;
}

/// Hidden rows still hold numbers, as a fault elsewhere might leave them; all begin with the digits 917391.
inline RunResults planted_hidden_values() {
  RunResults results = many_areas();
  AreaResult& area = results.areas[hidden_area];
  const ResultStatus status = area.status;
  area.indicators.clear();
  fill(area, 3, 917391, 60);
  area.index = {917391.11, 917391.12, 917391.13, 917391.14, 917391.15, 917391.16};
  area.geometric = 917391.17;
  area.domains = {{"experience", 917391.18}, {"outcomes", 917391.19}};
  area.contributions = {{"p3ceq", 917391, 917391.21}};
  area.comparison = {917391.22, 917391.23, 917391.24, 917391.25, true, Band::better, Band::better};
  area.rank = 917391;
  area.rank_interval = RankInterval{917391, 917391};
  area.reliability = 917391.26;
  area.shrunk = 917391.27;
  for (IndicatorResult& indicator : area.indicators) {
    indicator.n = 917391;
    indicator.estimate = {917391.28, 917391.29, 917391.31, 917391.32, 917391.33, 917391.34};
    indicator.crude = indicator.adjusted = 917391.35;
    indicator.comparison = area.comparison;
    indicator.status.suppressed = true;
  }
  area.status = status;
  return results;
}

} // namespace joinedup::testing
