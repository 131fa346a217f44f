// Results for tests of the report: 42 areas in 7 regions with every mark, by plain formulas and no random numbers.
#pragma once

#include "support/area_names.hpp"

#include <joinedup/results.hpp>

#include <algorithm>
#include <cmath>
#include <string>

namespace joinedup::testing {

inline constexpr double total_index = 62.8125;

inline Estimated estimated(double value, double se) {
  return {value, se, value - 1.96 * se, value + 1.96 * se, value - 3.09 * se, value + 3.09 * se};
}

inline Band band_of(double z) {
  if (std::abs(z) > 3.09) return z > 0 ? Band::much_better : Band::much_worse;
  if (std::abs(z) > 1.96) return z > 0 ? Band::better : Band::worse;
  return Band::as_expected;
}

inline Comparison compared(double difference, double se, double tau2) {
  Comparison c;
  c.difference = difference;
  c.z = difference / se;
  c.z_od = difference / std::sqrt(se * se + tau2);
  c.p = std::erfc(std::abs(*c.z) / std::sqrt(2.0));
  c.fdr = *c.p < 0.01;
  c.band_sampling = band_of(*c.z);
  c.band = band_of(*c.z_od);
  return c;
}

/// Whole numbers from -50 to 50 that look scattered, the same for the same key.
inline double scatter(std::size_t key) { return static_cast<double>((key * 37 + key * key * 11 + 17) % 101) - 50.0; }

struct MeasureShape {
  const char *id, *label, *domain;
  double low, high, mean, sd;
};

inline constexpr std::array<MeasureShape, 7> measures = {{
    {"p3ceq", "Person-centred coordinated care (P3CEQ)", "experience", 0, 30, 16.9, 6},
    {"eq5d", "Health-related quality of life (EQ-5D-5L)", "outcomes", -0.567, 1, 0.68, 0.27},
    {"wemwbs", "Mental wellbeing (WEMWBS)", "outcomes", 14, 70, 47, 10},
    {"coordination", "Care coordination", "", 0, 15, 9, 3.5},
    {"person_centredness", "Person-centredness", "", 0, 24, 13.6, 4.5},
    {"activation", "Patient activation, open estimate", "", 0, 100, 58.6, 15},
    {"fft", "Friends and Family Test, positive", "", 0, 1, 0.93, 0.25},
}};

inline std::vector<IndicatorInfo> indicator_infos() {
  std::vector<IndicatorInfo> out;
  constexpr std::array<double, 7> weights = {0.5, 0.25, 0.25, 0, 0, 0, 0};
  constexpr std::array<double, 3> shares = {0.62, 0.21, 0.17};
  for (std::size_t i = 0; i < measures.size(); ++i) {
    const MeasureShape& m = measures.at(i);
    IndicatorInfo info;
    info.id = m.id;
    info.label = m.label;
    info.domain = m.domain;
    info.score = std::string(m.id) + ".total";
    info.statistic = std::string(m.id) == "fft" ? "proportion" : "mean";
    info.method = "linearised";
    info.low = m.low;
    info.high = m.high;
    info.weight = weights.at(i);
    if (i < shares.size()) info.variance_share = shares.at(i);
    out.push_back(info);
  }
  for (int q = 1; q <= 10; ++q)
    out[0].question_weights.emplace_back("p3ceq_" + std::to_string(q), 0.05);
  for (int q = 1; q <= 14; ++q)
    out[2].question_weights.emplace_back("wemwbs_" + std::to_string(q), 0.25 / 14);
  out[1].value_set = "5L-VT-UK";
  out[6].banded = false;
  out[6].notice = "NHS England says that this test cannot compare providers: it is shown without bands.";
  out[0].source = "Sugavanam T, et al. 2018. doi:10.1186/s12955-018-0872-4";
  return out;
}

inline IndicatorResult indicator_result(std::size_t measure, std::size_t key, std::uint64_t n, bool area) {
  const MeasureShape& m = measures.at(measure);
  IndicatorResult out;
  out.indicator = m.id;
  out.n = n;
  const double gap = area ? scatter(key * 7 + measure * 3) / 900 * (m.high - m.low) : 0;
  const double se = m.sd / std::sqrt(static_cast<double>(n));
  out.estimate = estimated(std::min(m.mean + gap, m.high), se);
  out.crude = out.estimate.value;
  if (area) out.comparison = compared(*out.estimate.value - m.mean, se, std::pow((m.high - m.low) / 60, 2));
  if (measure == 6) out.comparison = {};
  return out;
}

inline void fill(AreaResult& row, std::size_t key, std::uint64_t n, double value) {
  const bool area = row.level == Level::area;
  const double se = 17 / std::sqrt(static_cast<double>(n));
  const double gap = value - total_index;
  row.n = n;
  row.index = estimated(value, se);
  row.geometric = value - 1.5;
  row.domains = {{"experience", value - 6}, {"outcomes", value + 6}};
  for (std::size_t i = 0; i < measures.size(); ++i)
    row.indicators.push_back(indicator_result(i, key, n, area));
  if (row.level == Level::total) return;
  row.contributions = {
      {"p3ceq", 0.5, gap * 0.75 + 0.2}, {"eq5d", 0.25, gap * 0.5 - 0.3}, {"wemwbs", 0.25, gap * -0.25 + 0.1}};
  if (!area) return;
  row.comparison = compared(gap, se, 4);
  row.reliability = 4 / (4 + se * se);
  row.shrunk = total_index + gap * *row.reliability;
}

/// Marks of the five special areas, by place in the list.
enum SpecialArea : std::size_t {
  hidden_area = 25,
  protected_area = 27,
  caution_area = 24,
  partial_area = 32,
  coverage_area = 2
};

inline void hide(AreaResult& row, bool secondary) {
  AreaResult bare;
  bare.code = row.code;
  bare.name = row.name;
  bare.short_name = row.short_name;
  bare.region = row.region;
  bare.level = row.level;
  bare.tile_column = row.tile_column;
  bare.tile_row = row.tile_row;
  for (const IndicatorResult& indicator : row.indicators) {
    bare.indicators.emplace_back();
    bare.indicators.back().indicator = indicator.indicator;
    bare.indicators.back().status.suppressed = !secondary;
    bare.indicators.back().status.suppressed_secondary = secondary;
  }
  bare.domains = {{"experience", {}}, {"outcomes", {}}};
  bare.status.suppressed = !secondary;
  bare.status.suppressed_secondary = secondary;
  bare.reason = secondary ? "protects another area" : "fewer than 10 answers";
  row = bare;
}

inline void mark_partial(AreaResult& row) {
  row.status.partial = true;
  row.reason = "Mental wellbeing (WEMWBS) is hidden here";
  row.indicators[2] = {};
  row.indicators[2].indicator = "wemwbs";
  row.indicators[2].status.suppressed = true;
  row.comparison = {};
  row.reliability.reset();
  row.shrunk.reset();
  const double gap = *row.index.value - total_index;
  row.contributions = {{"p3ceq", 0.67, gap * 0.75}, {"eq5d", 0.33, gap * 0.5}, {"", 0, gap * -0.25}};
}

inline void mark_coverage(AreaResult& row) {
  row.status.partial = row.status.coverage = true;
  row.reason = "less than 75 % of the index is left";
  row.index = {};
  row.geometric.reset();
  row.contributions.clear();
  row.comparison = {};
  row.reliability.reset();
  row.shrunk.reset();
}

inline void rank_areas(RunResults& results) {
  std::vector<AreaResult*> ranked;
  for (AreaResult& area : results.areas)
    if (area.index.value && area.status == ResultStatus{}) ranked.push_back(&area);
  std::ranges::sort(ranked, [](const AreaResult* a, const AreaResult* b) { return *a->index.value > *b->index.value; });
  const int count = static_cast<int>(ranked.size());
  for (int i = 0; i < count; ++i) {
    AreaResult& area = *ranked[static_cast<std::size_t>(i)];
    area.rank = i + 1;
    area.rank_interval = RankInterval{std::max(1, i - 11), std::min(count, i + 14)};
  }
}

inline void fill_reconciliation(Reconciliation& r) {
  r.read = 13102;
  r.scored_full = 10168;
  r.scored_part = 2000;
  r.scored_prorated = 510;
  r.not_scored = {{"too few answers", 180}, {"invalid code", 11}};
  r.dropped[static_cast<std::size_t>(DropReason::outside_population)] = 96;
  r.dropped[static_cast<std::size_t>(DropReason::unknown_area)] = 115;
  r.dropped[static_cast<std::size_t>(DropReason::blank_weight)] = 22;
  r.unknown_areas = {{"E54000099", 115}};
}

inline void fill_frame(RunResults& results) {
  results.index.id = "balanced";
  results.index.version = "1";
  results.index.title = "Integration Index, balanced proposal";
  results.index.domains = {{"experience", "Experience of care", 0.5, {}, {}},
                           {"outcomes", "Health and wellbeing", 0.5, {}, {}}};
  results.study.study = "Winter 2026 survey";
  results.study.population =
      "Adults with a long-term condition who had used two or more services in the last six months";
  results.study.fieldwork = "5 January to 27 February 2026";
  results.study.purpose = "To plan services";
  results.study.weights_by = "the programme board, by vote";
  results.geography = "icb-2022";
  results.geography_title = "42 Integrated Care Boards, April 2023 codes";
  results.total_code = "E92000001";
  results.total_name = "England";
  results.indicators = indicator_infos();
  results.domain_weights = {{"experience", 0.5}, {"outcomes", 0.5}};
  results.settings = {
      {"target", "england", "default"}, {"smallest base shown", "10", "default"}, {"weight", "weight", "study"}};
  results.inputs = {{"winter.csv", "0f343b0931126a20f133d67c2b018a3b", "survey", 13102}};
  results.suppression_log = {"index: 1 area hidden, fewer than 10 answers", "index: 1 area hidden to protect another"};
  results.crude_outcomes = true;
  results.version = "0.1.0";
  results.diagnostics.warning("J212", {"winter.csv", 17, 3, "icb_code"}, "unknown area E54000099", "check the code");
  fill_reconciliation(results.reconciliation);
}

inline AreaResult area_row(const AreaName& name) {
  AreaResult row;
  row.code = name.code;
  row.name = name.name;
  row.short_name = name.name;
  row.region = name.region;
  row.tile_column = name.column;
  row.tile_row = name.row;
  return row;
}

/// The whole: 42 areas with every mark, 7 regions, companions, a rank interval for each ranked area.
inline RunResults many_areas() {
  RunResults results;
  fill_frame(results);
  for (std::size_t i = 0; i < area_names.size(); ++i) {
    AreaResult row = area_row(area_names.at(i));
    const std::uint64_t n = i == caution_area ? 24 : 150 + (i * 71) % 330;
    fill(row, i, n, total_index + scatter(i) / 9);
    results.areas.push_back(std::move(row));
  }
  for (std::size_t i = 0; i < region_names.size(); ++i) {
    AreaResult row;
    row.code = region_names.at(i).code;
    row.name = region_names.at(i).name;
    row.level = Level::region;
    fill(row, 100 + i, 1000 + i * 350, total_index + scatter(i + 60) / 40);
    results.regions.push_back(std::move(row));
    results.regions_known.push_back({std::string(region_names.at(i).code), std::string(region_names.at(i).name)});
  }
  results.total.code = "E92000001";
  results.total.name = "England";
  results.total.level = Level::total;
  fill(results.total, 0, 12678, total_index);
  results.target = {"England", "england", total_index, 0.15, 4.0, 2.9, {}, {}, 39};
  hide(results.areas[hidden_area], false);
  hide(results.areas[protected_area], true);
  results.areas[caution_area].status.caution = true;
  mark_partial(results.areas[partial_area]);
  mark_coverage(results.areas[coverage_area]);
  rank_areas(results);
  return results;
}

} // namespace joinedup::testing
