// What was gathered over the records -> estimates: as weighted, raked, adjusted for case mix.
#pragma once

#include "estimate/indicator_sums.hpp"
#include "estimate/scored_records.hpp"
#include "pipeline/estimation/case_mix.hpp"
#include "pipeline/estimation/kept_frame.hpp"
#include "pipeline/score_counts.hpp"

#include <joinedup/diagnostics.hpp>
#include <joinedup/estimates.hpp>
#include <joinedup/results.hpp>
#include <joinedup/spec.hpp>

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace joinedup {

class Dictionary;

/// Columns that records must be kept with; none where no method needs the records again (RULINGS R25).
std::optional<KeptColumns> columns_to_keep(const StudySpec& study);

/// linearised, jackknife, bootstrap.
std::string name_of(Uncertainty method);

struct EstimationInput {
  const StudySpec& study;
  const IndicatorSums& sums;
  std::optional<ScoredRecords> records; ///< kept with columns_to_keep()
  std::function<std::string(std::uint32_t)> code_of;
  std::function<std::string(const std::string&)> region_of; ///< code -> region, "" = none
  const Dictionary& strata;
  const Dictionary& clusters;
  const Dictionary& levels;
  unsigned threads = 0; ///< 0 = all cores; results never depend on it
  std::span<const ScoreBins> bins = {};
};

struct Estimation {
  Estimates given;                         ///< by the weights of the survey
  std::optional<Estimates> raked;          ///< by raked weights
  std::optional<CaseMixFindings> case_mix; ///< adjusted for it
  std::optional<ScoreCounts> raked_scores; ///< by raked weights, in the bins given
  std::vector<ResultTable> tables;
  std::vector<Setting> settings;
  Diagnostics diagnostics;

  const Estimates& crude() const { return raked ? *raked : given; }
  /// What the index is made of.
  const Estimates& headline(const StudySpec& study) const {
    return study.adjusted_headline && case_mix ? case_mix->adjusted : crude();
  }
  /// The other one, beside it; null without case mix.
  const Estimates* beside(const StudySpec& study) const {
    if (!case_mix) return nullptr;
    return study.adjusted_headline ? &crude() : &case_mix->adjusted;
  }
};

/// Errors are in the diagnostics; estimates are whole all the same.
Estimation estimate(EstimationInput input);

} // namespace joinedup
