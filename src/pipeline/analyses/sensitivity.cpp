#include "pipeline/analyses/sensitivity.hpp"

#include "base/text.hpp"
#include "pipeline/analyses/sensitivity_draws.hpp"
#include "pipeline/analyses/sensitivity_tables.hpp"
#include "pipeline/thread_arena.hpp"

#include <fmt/format.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <cmath>

namespace joinedup {

namespace {

double mean_shift(const std::vector<std::uint16_t>& ranks, const std::vector<std::uint16_t>& nominal) {
  double sum = 0;
  for (std::size_t a = 0; a < ranks.size(); ++a)
    sum += std::abs(static_cast<int>(ranks[a]) - static_cast<int>(nominal[a]));
  return sum / static_cast<double>(ranks.size());
}

/// Every run writes to places of its own, so that threads never show.
SensitivityFindings all_runs(const SensitivityModel& model, const SensitivityDraws& draws, std::uint64_t count,
                             unsigned threads) {
  SensitivityFindings out;
  const auto n = static_cast<std::size_t>(count);
  const auto evaluate = [&](const SensitivityRun& run, bool bands) {
    return model.run(run.choices, run.used(), bands);
  };
  out.nominal = evaluate(draws.nominal(), true);
  out.ranks.assign(draws.factors().size() + 2, std::vector<std::vector<std::uint16_t>>(n));
  out.bands.resize(n);
  const auto one = [&](std::size_t r) {
    const SensitivityRun a = draws.draw(r, 0), b = draws.draw(r, 1);
    RunOutcome first = evaluate(a, true);
    out.ranks[0][r] = std::move(first.rank);
    out.bands[r] = std::move(first.band);
    out.ranks[1][r] = evaluate(b, false).rank;
    for (std::size_t f = 0; f < draws.factors().size(); ++f)
      out.ranks[f + 2][r] = evaluate(SensitivityDraws::mixed(a, b, draws.factors()[f]), false).rank;
  };
  tbb::task_arena arena(arena_threads(threads));
  arena.execute([&] { tbb::parallel_for(std::size_t{0}, n, one); });
  for (const auto& sample : out.ranks) {
    out.shifts.emplace_back();
    for (const auto& ranks : sample)
      out.shifts.back().push_back(mean_shift(ranks, out.nominal.rank));
  }
  return out;
}

/// Each indicator left out in turn, all else as published.
std::vector<DropOne> drop_one(const SensitivityModel& model, const SensitivityDraws& draws, const RunOutcome& nominal) {
  std::vector<DropOne> out;
  for (std::size_t k = 0; k < model.indicators(); ++k) {
    SensitivityRun run = draws.nominal();
    if (model.shares()[k] <= 0 || model.shares()[k] >= 1) continue;
    run.choices.left_out = k + 1;
    const RunOutcome without = model.run(run.choices, run.used(), true);
    DropOne one{k, mean_shift(without.rank, nominal.rank), 0, 0};
    for (std::size_t a = 0; a < without.rank.size(); ++a) {
      const int moved = std::abs(static_cast<int>(without.rank[a]) - static_cast<int>(nominal.rank[a]));
      one.largest = std::max(one.largest, moved);
      if (without.band[a] != nominal.band[a]) ++one.bands_changed;
    }
    out.push_back(one);
  }
  return out;
}

std::string described(const SensitivitySpec& spec, const SensitivityDraws& draws, std::uint64_t seed) {
  std::string out = fmt::format("{} draws, seed {}:", spec.draws, seed);
  for (const Factor factor : draws.factors()) {
    out += fmt::format(" {}", words(factor));
    if (factor == Factor::normalise) out += fmt::format(" ({})", join(spec.normalise, ", "));
    if (factor == Factor::aggregate) out += fmt::format(" ({})", join(spec.aggregate, ", "));
    if (factor == Factor::weights) out += fmt::format(" (Dirichlet, concentration {})", shortest(spec.concentration));
    if (factor == Factor::imputation) out += fmt::format(" ({})", join(spec.imputation, ", "));
    if (factor == Factor::case_mix) out += " (crude, adjusted)";
    out += ";";
  }
  out.pop_back();
  return out;
}

/// Nothing is varied, which the run record says.
AnalysisOutput none(const std::string& why) {
  AnalysisOutput out;
  out.settings.push_back({"sensitivity", "none: " + why, "study"});
  return out;
}

AnalysisOutput run_sensitivity(const AnalysisInput& input) {
  const SensitivitySpec& spec = *input.results.study.sensitivity;
  if (spec.draws == 0) return none("0 draws");
  if (!input.results.index.ranked) return none("this index is never ranked or banded");
  if (const std::string why = no_runs(input.frame); !why.empty()) {
    AnalysisOutput out = none(why);
    out.diagnostics.note("J694", {}, "sensitivity: " + why,
                         "runs know goalposts, min_max, z_score and other lines, and "
                         "one power mean for all domains and the index");
    return out;
  }
  const SensitivityModel model(input);
  const SensitivityDraws draws(model, spec, input.results.study.seed);
  if (model.areas().size() < 2) {
    AnalysisOutput out = none("fewer than two areas take part");
    out.diagnostics.note("J690", {}, "sensitivity: fewer than two areas can be compared, so there are no ranks to test",
                         "areas take part that are shown, measured in full and not marked caution for their base");
    return out;
  }
  if (draws.factors().empty()) {
    AnalysisOutput out = none("no factor has two alternatives");
    out.diagnostics.note("J691", {}, "sensitivity: no factor has two alternatives, so that nothing varies",
                         "leave \"factors\" out of \"sensitivity\" for all of them");
    return out;
  }
  AnalysisOutput out;
  const SensitivityFindings found = all_runs(model, draws, spec.draws, input.threads);
  out.settings.push_back({"sensitivity", described(spec, draws, input.results.study.seed), "study"});
  out.tables.push_back(sensitivity_ranks_table(model, found, input.results.crude_outcomes));
  out.tables.push_back(sensitivity_sobol_table(draws.factors(), found));
  std::vector<DropOne> dropped = drop_one(model, draws, found.nominal);
  if (!dropped.empty()) out.tables.push_back(sensitivity_drop_table(dropped, found, input.results));
  return out;
}

} // namespace

const Analysis sensitivity_analysis{"sensitivity", [](const RunResults& r) { return r.study.sensitivity.has_value(); },
                                    run_sensitivity};

} // namespace joinedup
