#include "pipeline/estimation.hpp"

#include "exports/dictionary.hpp"
#include "pipeline/estimation/design_choices.hpp"
#include "pipeline/estimation/raked_estimates.hpp"
#include "pipeline/estimation/replicate_errors.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace joinedup {

namespace {

void add_once(std::vector<std::string>& list, const std::string& name) {
  if (std::find(list.begin(), list.end(), name) == list.end()) list.push_back(name);
}

DesignChoices choices_of(const EstimationSpec& spec, const std::function<std::string(std::uint32_t)>& stratum) {
  DesignChoices out{spec.single_psu, {}};
  if (spec.fpc)
    out.population = [known = populations(spec), stratum](std::uint32_t number) {
      const auto found = known.find(stratum(number));
      return found == known.end() ? std::numeric_limits<double>::infinity() : found->second;
    };
  return out;
}

ScoreCounts counts_of_records(const ScoredRecords& records, std::span<const ScoreBins> bins) {
  ScoreCounts out(bins);
  for (std::size_t r = 0; r < records.size(); ++r) {
    const ScoredRecord record = records[r];
    out.add(bins, record.weight, record.count, record.scores);
  }
  return out;
}

/// J585: answers, and no weight for any of them.
void check_weights(const Estimates& given, Diagnostics& diagnostics) {
  const bool anybody = std::any_of(given.total.indicator_n.begin(), given.total.indicator_n.end(),
                                   [](std::uint64_t n) { return n > 0; });
  if (given.sampled > 0 && given.design_df == 0 && !anybody)
    diagnostics.error("J585", {}, "no record has a score and a weight above 0",
                      "look whether the column of weights is the right one");
}

} // namespace

std::string name_of(Uncertainty method) {
  switch (method) {
  case Uncertainty::jackknife:
    return "jackknife";
  case Uncertainty::bootstrap:
    return "bootstrap";
  case Uncertainty::linearised:
    break;
  }
  return "linearised";
}

std::optional<KeptColumns> columns_to_keep(const StudySpec& study) {
  const bool replicates = study.estimation.uncertainty != Uncertainty::linearised;
  if (!study.rake && !study.case_mix && !replicates) return std::nullopt;
  KeptColumns out;
  if (study.rake) {
    for (const MarginLevel& level : study.rake->levels)
      add_once(out.categories, level.column);
  }
  if (study.case_mix) {
    for (const Adjuster& adjuster : study.case_mix->adjusters)
      add_once(adjuster.number ? out.numbers : out.categories, adjuster.column);
  }
  return out;
}

Estimation estimate(EstimationInput input) {
  const EstimationSpec& spec = input.study.estimation;
  const SumsDesign& design = input.sums.design();
  const auto stratum_name = [&](std::uint32_t number) { return input.strata.text(number); };
  Estimation out;
  out.diagnostics = check_design(spec, input.sums, stratum_name);
  out.given = input.sums.estimate(input.code_of, input.region_of, "", choices_of(spec, stratum_name));
  check_weights(out.given, out.diagnostics);
  if (!input.records || out.diagnostics.has_errors()) return out;
  KeptFrame frame = kept_frame(std::move(*input.records), *columns_to_keep(input.study), out.given, input.code_of,
                               input.region_of, input.strata, input.clusters, input.levels);
  const DesignChoices choices = choices_of(spec, [&](std::uint32_t number) { return frame.strata[number]; });
  out.settings.push_back({"records kept",
                          "in memory for the methods chosen: scores, weight, design and adjusters; no "
                          "answers, ids or other text",
                          "default"});
  std::optional<Replication> replication;
  if (spec.uncertainty != Uncertainty::linearised) {
    replication.emplace(frame, design, choices, spec, input.study.seed, input.threads);
    replication->of_given_means(out.given);
  }
  if (input.study.rake) {
    Outcome<RakedEstimates> raked = raked_estimates(frame, *input.study.rake, design, choices, input.region_of);
    out.diagnostics.merge(raked.diagnostics);
    if (!raked) return out;
    if (replication) {
      replication->rake_to(std::move(raked->margins), input.study.rake->trim);
      replication->of_raked_means(raked->estimates, input.study.rake->where, out.diagnostics);
      std::erase_if(raked->settings, [](const Setting& setting) { return setting.name == "raking errors"; });
      raked->settings.push_back({"raking errors", "by replicates, each raked anew", "study"});
    }
    out.raked = std::move(raked->estimates);
    out.raked_scores = counts_of_records(frame.records, input.bins);
    out.settings.insert(out.settings.end(), raked->settings.begin(), raked->settings.end());
    out.tables.insert(out.tables.end(), raked->tables.begin(), raked->tables.end());
  }
  if (input.study.case_mix) {
    out.case_mix = adjust_case_mix(frame, *input.study.case_mix, out.crude(), design.clusters, choices,
                                   replication ? &*replication : nullptr);
    out.diagnostics.merge(out.case_mix->diagnostics);
    out.settings.insert(out.settings.end(), out.case_mix->settings.begin(), out.case_mix->settings.end());
    if (replication)
      out.settings.push_back(
          {"case mix errors", "by replicates, each adjusted anew; of adjusters' effects linearised", "study"});
  }
  return out;
}

} // namespace joinedup
