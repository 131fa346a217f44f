// Blocks of answers -> sums of every scale by area.
#pragma once

#include "evaluate/scale_sums.hpp"
#include "pipeline/record_tally.hpp"
#include "scoring/scales.hpp"

#include <joinedup/responses.hpp>
#include <joinedup/score.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace joinedup {

/// One scale of one administration of a file, and its number among the scales of the run.
struct PlacedScale {
  std::size_t administration = 0, number = 0;
  SummedScale scale;
  ScaleShape shape;
};

/// The scales of an administration with what their sums need.
ScaleShape scale_shape(const SummedScale& scale, const ScoreColumn& column);

/// What one thread has gathered.
struct QualitySums {
  std::vector<std::vector<ScaleSums>> areas; ///< [area number, or 0 without areas][scale of the run]
  RecordTally tally;
  std::vector<ScoreBlock> scores;               ///< used again from block to block
  std::vector<std::vector<PlanColumn>> columns; ///< the same
  std::vector<ItemAnswer> answers;              ///< the same

  void merge(const QualitySums& other, const std::vector<ScaleShape>& shapes);
};

/// `plans`: per administration. `shapes`: of all scales of the run.
void add_block(const RecordBlock& block, const std::vector<const ScoringPlan*>& plans,
               const std::vector<PlacedScale>& scales, const std::vector<ScaleShape>& shapes, QualitySums& sums);

} // namespace joinedup
