#include "pipeline/estimation/raked_estimates.hpp"

#include "base/edit_distance.hpp"
#include "base/text.hpp"
#include "estimate/raked_covariance.hpp"
#include "estimate/raking.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace joinedup {

namespace {

/// The margins of a study in the order of its table, and their columns.
struct NamedMargins {
  std::vector<std::string> columns;
  std::vector<std::vector<const MarginLevel*>> levels; ///< [margin][level]
  std::vector<Margin> margins;
};

NamedMargins by_column(const RakeSpec& spec) {
  NamedMargins out;
  for (const MarginLevel& row : spec.levels) {
    const auto known = std::find(out.columns.begin(), out.columns.end(), row.column);
    const auto at = static_cast<std::size_t>(known - out.columns.begin());
    if (known == out.columns.end()) {
      out.columns.push_back(row.column);
      out.levels.emplace_back();
      out.margins.emplace_back();
    }
    out.levels[at].push_back(&row);
    out.margins[at].totals.push_back(row.total);
  }
  return out;
}

/// Levels of the records among those of the margin. Texts that the table lacks are named where they are as short as
/// codes are; they may be anything else.
void place_levels(const KeptFrame& frame, NamedMargins& named, std::size_t m, Diagnostics& diagnostics) {
  constexpr std::size_t longest_code = 20;
  const CategoryColumn column = category_column(frame, named.columns[m]);
  std::vector<std::string> known;
  for (const MarginLevel* level : named.levels[m])
    known.push_back(level->level);
  std::map<std::size_t, std::uint64_t> lacking;
  for (std::size_t r = 0; r < frame.records.size(); ++r) {
    const auto found = std::find(known.begin(), known.end(), column.names[column.level[r]]);
    if (found == known.end()) lacking[column.level[r]] += frame.records.counts[r];
    named.margins[m].level.push_back(static_cast<std::uint32_t>(found - known.begin()));
  }
  for (const auto& [level, people] : lacking) {
    const std::string& name = column.names[level];
    diagnostics.error("J586", named.levels[m].front()->where,
                      fmt::format("{}: {} {} of the survey {} no total in the margins", named.columns[m],
                                  name.empty()                  ? "a blank"
                                  : name.size() <= longest_code ? "\"" + name + "\""
                                                                : "a longer text",
                                  fmt::format("({} records)", people), people == 1 ? "has" : "have"),
                      name.empty() ? "give blanks a total of their own, or leave such records out with \"where\""
                                   : suggestion(name, known));
  }
}

std::vector<double> counts_of(const ScoredRecords& records) {
  std::vector<double> out;
  for (const std::uint64_t count : records.counts)
    out.push_back(static_cast<double>(count));
  return out;
}

/// Range and effective number of the weights that are not 0.
struct WeightSpread {
  double low = 0, high = 0, n = 0, sum = 0, squares = 0;
};

WeightSpread spread_of(std::span<const double> weights, std::span<const double> counts) {
  WeightSpread out;
  for (std::size_t r = 0; r < weights.size(); ++r) {
    if (!(weights[r] > 0)) continue;
    out.low = out.n == 0 ? weights[r] : std::min(out.low, weights[r]);
    out.high = std::max(out.high, weights[r]);
    out.n += counts[r];
    out.sum += counts[r] * weights[r];
    out.squares += counts[r] * weights[r] * weights[r];
  }
  return out;
}

ResultTable weights_table(const WeightSpread& given, const WeightSpread& raked, const RakedWeights& found) {
  ResultTable out;
  out.id = "raking";
  out.title = "Weights before and after raking";
  out.method = "raking";
  out.section = TableSection::method;
  out.columns = {{"weights", "Weights", 0},
                 {"ratio", "Largest / smallest", 2},
                 {"n_eff", "Effective number", 1},
                 {"deff_kish", "Effect of unequal weights", 2}};
  const auto row = [](const std::string& name, const WeightSpread& s) -> std::vector<TableCell> {
    const double n_eff = s.sum * s.sum / s.squares;
    return {name, number_cell(s.high / s.low), number_cell(n_eff), number_cell(s.n / n_eff)};
  };
  out.rows = {row("as given", given), row("raked", raked)};
  out.finding = fmt::format("Raking leaves the weight of {} equal answers out of {} for the whole.",
                            fixed(raked.sum * raked.sum / raked.squares, 0), fixed(raked.n, 0));
  out.notes = {fmt::format("{} rounds; large weights were cut {} times; largest relative error of a margin {}",
                           found.rounds, found.trims, shortest(found.error))};
  return out;
}

} // namespace

Estimates estimates_of_records(const KeptFrame& frame, const SumsDesign& design, const DesignChoices& choices,
                               const std::function<std::string(const std::string&)>& region_of) {
  IndicatorSums sums(design);
  for (std::size_t r = 0; r < frame.records.size(); ++r) {
    const ScoredRecord record = frame.records[r];
    sums.add(record.area, record.stratum, record.cluster, record.weight, record.count, record.scores);
  }
  return sums.estimate([&](std::uint32_t area) { return frame.areas[area]; }, region_of, "", choices);
}

Outcome<RakedEstimates> raked_estimates(KeptFrame& frame, const RakeSpec& spec, const SumsDesign& design,
                                        const DesignChoices& choices,
                                        const std::function<std::string(const std::string&)>& region_of) {
  Diagnostics diagnostics;
  NamedMargins named = by_column(spec);
  for (std::size_t m = 0; m < named.columns.size(); ++m)
    place_levels(frame, named, m, diagnostics);
  if (diagnostics.has_errors()) return Outcome<RakedEstimates>::failure(std::move(diagnostics));
  const std::vector<double> base = frame.records.weights, counts = counts_of(frame.records);
  if (const auto empty = empty_level(base, counts, named.margins)) {
    const MarginLevel& level = *named.levels[empty->margin][empty->level];
    diagnostics.error("J586", level.where,
                      fmt::format("{} \"{}\" has a total of {}, and nobody of it is in the survey", level.column,
                                  level.level, shortest(level.total)),
                      "join it with a like level, in the margins and in the survey");
    return Outcome<RakedEstimates>::failure(std::move(diagnostics));
  }
  const RakedWeights raked = rake(base, counts, named.margins, spec.trim);
  if (!raked.converged)
    diagnostics.warning("J641", spec.where,
                        fmt::format("raking has not settled after {} rounds: a margin is {} % off", raked.rounds,
                                    fixed(100 * raked.error, 4)),
                        "levels that hardly overlap cannot all have their totals: join some");
  if (spec.trim > 0 && !raked.trimmed_out)
    diagnostics.warning("J642", spec.where,
                        fmt::format("weights above {} times their mean remain after cutting them {} times",
                                    shortest(spec.trim), raked.trims),
                        "some level has few people and a large total: join it, or raise \"trim\"");
  frame.records.weights = raked.weights;
  RakedEstimates out;
  out.estimates = estimates_of_records(frame, design, choices, region_of);
  const auto domains = record_domains(frame.records, frame.region_of, out.estimates);
  set_raked_covariances(unit_design(frame.records, design.clusters, choices), frame.records, base, named.margins,
                        spec.compat_r_survey && named.margins.size() > 1, domains, design.index_indicators);
  out.settings.push_back({"raking",
                          fmt::format("to {} of {}, weights cut at {}", join(named.columns, ", "), spec.file,
                                      spec.trim > 0 ? shortest(spec.trim) + " x their mean" : "no limit"),
                          "study"});
  out.settings.push_back(
      {"raking errors",
       spec.compat_r_survey ? "residuals by unweighted sweeps, as R survey" : "residuals by base weights",
       spec.compat_r_survey ? "study" : "default"});
  out.tables.push_back(weights_table(spread_of(base, counts), spread_of(raked.weights, counts), raked));
  out.margins = std::move(named.margins);
  return {std::move(out), std::move(diagnostics)};
}

} // namespace joinedup
