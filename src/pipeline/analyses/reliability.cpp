#include "pipeline/analyses/reliability.hpp"

#include "base/text.hpp"
#include "model/comparison_words.hpp"
#include "publish/comparison.hpp"
#include "publish/target.hpp"
#include "stats/quantile.hpp"
#include "stats/reliability.hpp"
#include "stats/shrinkage.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace joinedup {

namespace {

/// Published values of one measure over areas; `groups` only where respondents have a spread of their own (indicators).
struct Measure {
  std::string id;
  std::vector<double> value, se, n;
  std::vector<GroupMoments> groups;
};

Measure index_measure(const RunResults& results) {
  Measure out{"index", {}, {}, {}, {}};
  for (const AreaResult& area : results.areas) {
    const bool whole = !area.status.hidden() && !area.status.partial && area.index.value && area.index.se && area.n;
    if (!whole || !(*area.index.se > 0) || *area.n < results.study.disclosure.caution) continue;
    out.value.push_back(*area.index.value);
    out.se.push_back(*area.index.se);
    out.n.push_back(static_cast<double>(*area.n));
  }
  return out;
}

double sd_of(const Estimates& estimates, const std::string& code, std::size_t k) {
  const auto found = std::ranges::find(estimates.areas, code, &DomainEstimate::code);
  return found == estimates.areas.end() ? NAN : found->sd[k];
}

Measure indicator_measure(const AnalysisInput& input, std::size_t k) {
  Measure out{input.results.indicators[k].id, {}, {}, {}, {}};
  for (const AreaResult& area : input.results.areas) {
    const IndicatorResult& cell = area.indicators[k];
    if (cell.status.hidden() || cell.status.caution || !cell.estimate.value || !cell.estimate.se || !cell.n) continue;
    if (!(*cell.estimate.se > 0)) continue;
    out.value.push_back(*cell.estimate.value);
    out.se.push_back(*cell.estimate.se);
    out.n.push_back(static_cast<double>(*cell.n));
    out.groups.push_back({out.n.back(), out.value.back(), sd_of(input.estimates, area.code, k)});
  }
  return out;
}

/// Variance of one respondent as the design sees it.
double unit_variance(const Measure& measure) {
  double sum = 0;
  for (std::size_t a = 0; a < measure.n.size(); ++a)
    sum += measure.n[a] * measure.se[a] * measure.se[a];
  return sum / static_cast<double>(measure.n.size());
}

TableCell respondents(double icc, double reliability) {
  const double n = respondents_needed(icc, reliability);
  return std::isfinite(n) ? TableCell{static_cast<std::uint64_t>(std::ceil(n - 1e-9))} : TableCell{};
}

constexpr std::array wanted{0.7, 0.8, 0.9};

std::vector<TableCell> row_of(const Measure& measure, const ComparisonOptions& options) {
  const RandomEffects effects = random_effects(measure.value, measure.se, between_variance(options));
  const double within = unit_variance(measure);
  const double icc = effects.tau2 / (effects.tau2 + within);
  const double anova = anova_icc(measure.groups).icc;
  const double median = quantile(measure.n, 0.5);
  std::vector<TableCell> out{measure.id,
                             std::uint64_t{measure.n.size()},
                             number_cell(median),
                             number_cell(icc),
                             measure.groups.empty() ? TableCell{} : number_cell(anova),
                             number_cell(spearman_brown(icc, median))};
  for (const double reliability : wanted)
    out.push_back(respondents(icc, reliability));
  return out;
}

ResultTable empty_table() {
  ResultTable out;
  out.id = "reliability";
  out.title = "How well measures tell areas apart";
  out.method = "reliability";
  out.columns = {{"indicator", "Measure", 0},
                 {"areas", "Areas", 0},
                 {"median_n", "Respondents, median area", 0},
                 {"icc", "Intra-class correlation", 4},
                 {"icc_anova", "by analysis of variance", 4},
                 {"reliability", "Reliability at the median", 2},
                 {"n_for_0_7", "Needed for 0.7", 0},
                 {"n_for_0_8", "Needed for 0.8", 0},
                 {"n_for_0_9", "Needed for 0.9", 0}};
  return out;
}

AnalysisOutput run_reliability(const AnalysisInput& input) {
  AnalysisOutput out;
  const ComparisonOptions& options = input.results.study.comparison;
  out.settings.push_back({"reliability",
                          "tau2 / (tau2 + n x se2), tau2 by " + between_source(options) + "; n by Spearman-Brown",
                          "study"});
  ResultTable table = empty_table();
  std::vector<Measure> measures{index_measure(input.results)};
  for (std::size_t k = 0; k < input.results.indicators.size(); ++k)
    measures.push_back(indicator_measure(input, k));
  std::vector<std::string> few;
  for (const Measure& measure : measures) {
    if (measure.n.size() < ComparedAreas::fewest)
      few.push_back(measure.id);
    else
      table.rows.push_back(row_of(measure, options));
  }
  if (!few.empty())
    out.diagnostics.note("J696", {},
                         fmt::format("reliability: fewer than five areas take part for {}", join(few, ", ")),
                         "areas take part that are shown, with a base that is not marked caution");
  if (table.rows.empty()) return out;
  std::size_t enough = 0;
  for (const std::vector<TableCell>& row : table.rows)
    if (const auto* reliability = std::get_if<double>(&row[5]); reliability != nullptr && *reliability >= wanted[0])
      ++enough;
  table.finding = fmt::format("{} of {} measures reach a reliability of 0.7 in an area of the median size.", enough,
                              table.rows.size());
  table.notes = {
      "A correlation of 0 (no variance between areas beyond sampling) has no number of respondents",
      "Needed respondents count the design as it was: other weights or clusters change them",
      "The analysis of variance takes respondents as independent; the two differ where weights or clusters matter"};
  out.tables.push_back(std::move(table));
  return out;
}

} // namespace

const Analysis reliability_analysis{"reliability", [](const RunResults& r) { return r.study.reliability; },
                                    run_reliability};

} // namespace joinedup
