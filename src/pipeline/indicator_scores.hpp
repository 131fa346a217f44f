// Scored blocks -> the indicator values of each record, folded into sums.
#pragma once

#include "estimate/indicator_sums.hpp"
#include "estimate/scored_records.hpp"
#include "exports/reading_plan.hpp"
#include "pipeline/answered_columns.hpp"
#include "pipeline/breakdowns.hpp"
#include "pipeline/index_binding.hpp"
#include "pipeline/record_tally.hpp"
#include "pipeline/score_counts.hpp"

#include <joinedup/diagnostics.hpp>
#include <joinedup/responses.hpp>
#include <joinedup/score.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace joinedup {

/// Where one file holds an indicator.
struct IndicatorPlace {
  std::optional<std::size_t> administration, column; ///< of the reading plan, of the administration's scoring plan
  std::optional<std::size_t> before, before_column;  ///< of a change
  std::optional<std::size_t> numeric;                ///< of ReadingPlan::columns
  bool found() const { return administration.has_value() || numeric.has_value(); }
};

/// The indicators of a run in one file.
struct FileIndicators {
  std::vector<IndicatorPlace> places;    ///< per indicator
  std::vector<const ScoringPlan*> plans; ///< per administration; null where no indicator needs it
};

/// R33: an indicator without a wave in a file whose instrument comes in waves is an error that lists them.
FileIndicators place_indicators(const std::string& file, const ReadingPlan& plan, const IndexBinding& binding,
                                const Scorers& scorers, Diagnostics& diagnostics);

/// Where a block's scores are counted.
struct BlockScores {
  ScoreCounts* counts = nullptr;
  std::span<const ScoreBins> bins = {};
};

/// Scores the block and adds every record that takes part; to `kept` too, unless it is null, with the last of the
/// block's numeric columns and all of its categories; to the sums of the groups of `by`; respondents of the index to
/// the counts of `answered`; scores by bin to those of `by_bin`.
void add_block(const RecordBlock& block, const FileIndicators& file, std::vector<ScoreBlock>& scratch,
               IndicatorSums& sums, RecordTally& tally, ScoredRecords* kept, const BlockGroups& by = {},
               const BlockAnswered& answered = {}, const BlockScores& by_bin = {});

} // namespace joinedup
