#include "pipeline/estimation/case_mix_tables.hpp"

#include "base/text.hpp"
#include "publish/bands.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace joinedup {

namespace {

/// Crude and adjusted of one number, whichever of them is the headline.
struct Pair {
  Number crude, adjusted;
};

Pair pair_of(const Number& headline, const Number& beside, bool adjusted_headline) {
  return adjusted_headline ? Pair{beside, headline} : Pair{headline, beside};
}

void put_beside(AreaResult& row, const AreaResult& beside, bool adjusted_headline) {
  for (std::size_t k = 0; k < row.indicators.size(); ++k) {
    IndicatorResult& indicator = row.indicators[k];
    if (indicator.status.hidden() || beside.indicators[k].status.hidden()) continue;
    const Pair pair = pair_of(indicator.estimate.value, beside.indicators[k].estimate.value, adjusted_headline);
    indicator.crude = pair.crude;
    indicator.adjusted = pair.adjusted;
  }
}

void add_shift(ResultTable& table, const AreaResult& row, const AreaResult& beside, bool adjusted_headline) {
  if (row.status.hidden() || beside.status.hidden() || !row.index.value || !beside.index.value) return;
  const Pair pair = pair_of(row.index.value, beside.index.value, adjusted_headline);
  table.rows.push_back(
      {row.code, row.name, std::string(words(row.level)), *pair.crude, *pair.adjusted, *pair.adjusted - *pair.crude});
}

ResultTable shift_table(const RunResults& results, const RunResults& beside) {
  const bool adjusted = results.study.adjusted_headline;
  ResultTable out;
  out.id = "case_mix_shift";
  out.title = "The index before and after case mix";
  out.method = "case_mix";
  out.columns = {{"area_code", "Code", 0}, {"area_name", "Area", 0},    {"level", "Level", 0},
                 {"crude", "Crude", 1},    {"adjusted", "Adjusted", 1}, {"shift", "Shift", 2}};
  for (std::size_t a = 0; a < results.areas.size(); ++a)
    add_shift(out, results.areas[a], beside.areas[a], adjusted);
  const std::size_t areas = out.rows.size();
  for (std::size_t r = 0; r < results.regions.size(); ++r)
    add_shift(out, results.regions[r], beside.regions[r], adjusted);
  add_shift(out, results.total, beside.total, adjusted);
  double most = 0;
  std::size_t moved = 0;
  for (std::size_t a = 0; a < areas; ++a) {
    const double shift = std::fabs(std::get<double>(out.rows[a].back()));
    most = std::max(most, shift);
    moved += shift > 1 ? 1 : 0;
  }
  out.finding = fmt::format("Case mix moves {} of {} areas by more than one point of the index; the most is {} points.",
                            moved, areas, fixed(most, 2));
  out.notes = {"Adjustment allows for what the adjusters hold and for nothing else",
               adjusted ? "The index is made of adjusted means" : "The index is made of crude means"};
  return out;
}

/// Terms of few people would tell of them.
ResultTable effects_table(const CaseMixFindings& findings, const RunResults& results) {
  const auto minimum = static_cast<double>(results.study.disclosure.minimum);
  ResultTable out;
  out.id = "case_mix_effects";
  out.title = "What each adjuster does";
  out.method = "case_mix";
  out.columns = {{"indicator", "Measure", 0}, {"term", "Adjuster", 0}, {"compared_with", "Against", 0},
                 {"n", "People", 0},          {"effect", "Effect", 3}, {"se", "Standard error", 3},
                 {"lowercl", "From", 3},      {"uppercl", "To", 3},    {"scale", "Scale", 0}};
  std::size_t left_out = 0;
  for (const TermEffect& effect : findings.effects) {
    const IndicatorResult& all = results.total.indicators[effect.indicator];
    const bool few = effect.n < minimum || !all.n || all.status.hidden() ||
                     (static_cast<double>(*all.n) > effect.n && static_cast<double>(*all.n) - effect.n < minimum);
    left_out += few ? 1 : 0;
    if (few) continue;
    const Estimated e = with_limits(effect.effect, effect.se);
    const auto cell = [](const Number& n) { return n ? TableCell{*n} : TableCell{}; };
    out.rows.push_back({results.indicators[effect.indicator].id, effect.term, effect.reference,
                        static_cast<std::uint64_t>(effect.n), cell(e.value), cell(e.se), cell(e.lower), cell(e.upper),
                        effect.scale});
  }
  const bool odds = std::any_of(findings.effects.begin(), findings.effects.end(),
                                [](const TermEffect& effect) { return effect.scale != "measure"; });
  out.finding =
      odds ? "How much higher a measure is, in its own unit or in log odds, with the adjuster one higher or at this "
             "level, in one area."
           : "How much higher a measure is, in its own unit, with the adjuster one higher or at this level, in one "
             "area.";
  if (left_out > 0)
    out.notes.push_back(
        fmt::format("Terms left out, of fewer than {} people: {}", results.study.disclosure.minimum, left_out));
  return out;
}

ResultTable areas_table(const CaseMixFindings& findings, const RunResults& results) {
  ResultTable out;
  out.id = "case_mix_areas";
  out.title = "Adjusted means against the mean of areas";
  out.method = "case_mix_stars";
  out.columns = {{"indicator", "Measure", 0}, {"area_code", "Code", 0},
                 {"adjusted", "Adjusted", 3}, {"difference", "Difference", 3},
                 {"se", "Standard error", 3}, {"p", "p", 4},
                 {"stars", "Stars", 0}};
  std::size_t high = 0, low = 0;
  for (std::size_t k = 0; k < findings.areas.size(); ++k) {
    std::vector<std::size_t> among;
    for (std::size_t a = 0; a < results.areas.size(); ++a)
      if (!results.areas[a].indicators[k].status.hidden() && results.areas[a].indicators[k].adjusted)
        among.push_back(a);
    if (among.size() < 2) continue;
    const auto found = contrasts(findings.areas[k], among);
    for (std::size_t i = 0; i < among.size(); ++i) {
      high += found[i].stars == 3 ? 1U : 0U;
      low += found[i].stars == 1 ? 1U : 0U;
      out.rows.push_back({results.indicators[k].id, results.areas[among[i]].code,
                          number_cell(findings.areas[k].mean(static_cast<Eigen::Index>(among[i]))),
                          number_cell(found[i].difference), number_cell(found[i].se), number_cell(found[i].p),
                          std::uint64_t(found[i].stars)});
    }
  }
  out.finding = fmt::format("Of {} adjusted means, {} are above the mean of areas (three stars) and {} below it (one).",
                            out.rows.size(), high, low);
  out.notes = {
      "Errors here are those of ordinary regression; bands and intervals elsewhere allow for the survey's design",
      "One test in twenty has a star too many or too few by chance"};
  return out;
}

} // namespace

void add_case_mix(const CaseMixFindings& findings, const RunResults& beside, RunResults& results) {
  if (beside.areas.size() != results.areas.size() || beside.regions.size() != results.regions.size()) return;
  const bool adjusted = results.study.adjusted_headline;
  for (std::size_t a = 0; a < results.areas.size(); ++a)
    put_beside(results.areas[a], beside.areas[a], adjusted);
  for (std::size_t r = 0; r < results.regions.size(); ++r)
    put_beside(results.regions[r], beside.regions[r], adjusted);
  put_beside(results.total, beside.total, adjusted);
  if (adjusted)
    results.notices.emplace_back("The index is made of means adjusted for case mix: for what the adjusters hold, and "
                                 "nothing else. Crude ones stand beside.");
  std::vector<ResultTable> tables{shift_table(results, beside)};
  if (!findings.effects.empty()) tables.push_back(effects_table(findings, results));
  if (!findings.areas.empty()) tables.push_back(areas_table(findings, results));
  for (ResultTable& table : tables)
    if (!table.rows.empty()) results.tables.push_back(std::move(table));
}

} // namespace joinedup
