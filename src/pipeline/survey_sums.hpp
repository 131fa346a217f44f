// What the records of a run add up to, and the texts behind the numbers in it.
#pragma once

#include "estimate/indicator_sums.hpp"
#include "estimate/packed_numbers.hpp"
#include "estimate/scored_records.hpp"
#include "exports/dictionary.hpp"
#include "pipeline/answered_columns.hpp"
#include "pipeline/benchmark_setup.hpp"
#include "pipeline/breakdowns.hpp"
#include "pipeline/catch_all.hpp"
#include "pipeline/record_tally.hpp"
#include "pipeline/score_counts.hpp"

#include <optional>

namespace joinedup {

/// Shared by all threads of a run.
struct SurveyNames {
  explicit SurveyNames(const BenchmarkSetup& setup)
      : areas(setup.geography(), setup.survey.lookup ? &*setup.survey.lookup : nullptr), by(setup.study.study.by),
        answered(setup.study.answered) {}

  AreaDictionary areas;
  Dictionary strata, clusters, levels; ///< levels: of all category columns
  Breakdowns by;
  AnsweredColumns answered;

  /// Every text once and in order; reading adds them to what is known. Gives the numbers that sums are packed by.
  struct Numbers {
    PackedNumbers of;
    std::vector<std::vector<std::uint32_t>> groups, answered; ///< by column of `by`, of `answered`
  };
  Numbers pack(Pack& pack);
};

/// Merging is exact, associative and commutative: how the work was cut does not show.
struct SurveySums {
  SurveySums(const BenchmarkSetup& setup, const SurveyNames& names);

  IndicatorSums sums;
  RecordTally tally;
  CatchAllSums catch_all;
  std::optional<ScoredRecords> kept; ///< where some method needs the records again
  BreakdownSums by;
  AnsweredCounts answered;
  ScoreCounts scores;

  void merge(SurveySums&& other);
  /// What is read comes to an empty one. Writing renumbers the kept records, so it comes last of all.
  void pack(Pack& pack, const SurveyNames::Numbers& numbers);
};

} // namespace joinedup
