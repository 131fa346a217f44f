#include "pipeline/analyses/design_effects.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace joinedup {

namespace {

/// Adjusted means have no such comparison: their variance counts the adjustment too.
bool wanted(const RunResults& results) {
  if (results.study.adjusted_headline) return false;
  return results.study.rake || std::any_of(results.settings.begin(), results.settings.end(), [](const Setting& s) {
           return s.from != "default" && (s.name == "weight" || s.name == "strata" || s.name == "cluster");
         });
}

/// Variance of the mean over that of as many people drawn one by one, with replacement, from the same distribution.
double deff_of(const DomainEstimate& e, std::size_t k) {
  const double srs = e.sd[k] * e.sd[k] / static_cast<double>(e.indicator_n[k]);
  return e.covariance[k * e.mean.size() + k] / srs;
}

void add_rows(ResultTable& table, const AreaResult& row, const DomainEstimate& e) {
  for (std::size_t k = 0; k < row.indicators.size() && k < e.kish_n.size(); ++k) {
    const IndicatorResult& indicator = row.indicators[k];
    if (indicator.status.hidden() || !indicator.n || std::isnan(e.kish_n[k])) continue; // or no survey's
    const auto n = static_cast<double>(*indicator.n);
    table.rows.push_back({row.code, std::string(words(row.level)), indicator.indicator, *indicator.n,
                          number_cell(e.kish_n[k]), number_cell(n / e.kish_n[k]), number_cell(deff_of(e, k))});
  }
}

const DomainEstimate* estimate_of(const std::vector<DomainEstimate>& list, const std::string& code) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const DomainEstimate& e) { return e.code == code; });
  return found == list.end() ? nullptr : &*found;
}

AnalysisOutput run(const AnalysisInput& input) {
  ResultTable table;
  table.id = "design_effects";
  table.title = "What weights and design cost";
  table.method = "design_effect";
  table.columns = {{"area_code", "Code", 0},          {"level", "Level", 0},
                   {"indicator", "Measure", 0},       {"n", "Answers", 0},
                   {"n_eff", "Effective number", 1},  {"deff_kish", "By weights alone", 2},
                   {"deff", "By the whole design", 2}};
  for (const AreaResult& area : input.results.areas)
    if (const DomainEstimate* e = estimate_of(input.estimates.areas, area.code)) add_rows(table, area, *e);
  for (const AreaResult& region : input.results.regions)
    if (const DomainEstimate* e = estimate_of(input.estimates.regions, region.code)) add_rows(table, region, *e);
  const std::size_t before = table.rows.size();
  add_rows(table, input.results.total, input.estimates.total);
  double low = INFINITY, high = -INFINITY;
  for (std::size_t r = before; r < table.rows.size(); ++r) {
    const double* deff = std::get_if<double>(&table.rows[r].back());
    if (deff == nullptr) continue;
    low = std::min(low, *deff);
    high = std::max(high, *deff);
  }
  if (low <= high)
    table.finding = fmt::format("For the whole, variances are {} to {} times those of as many people drawn one by one.",
                                fixed(low, 2), fixed(high, 2));
  AnalysisOutput out;
  if (!table.rows.empty()) out.tables.push_back(std::move(table));
  return out;
}

} // namespace

const Analysis design_effects_analysis{"design_effects", wanted, run};

} // namespace joinedup
