// Scores that add up, or average, several items: the scales whose quality can be measured.
#pragma once

#include "scoring/inputs.hpp"
#include "scoring/scoring_plan.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace joinedup {

struct SummedScale {
  std::size_t column = 0;        ///< in ScoringPlan::columns()
  std::vector<std::string> also; ///< further scores over the same items
  std::vector<std::string> item_ids;
  std::vector<Input> inputs; ///< after the steps that reverse or recode
};

/// Of two scores over the same items the first stands for both.
std::vector<SummedScale> summed_scales(const ScoringPlan& plan);

/// The column of a derived input, after ScoringPlan::score with `columns`.
const ScoreValues& derived_values(const ScoringPlan& plan, const Input& input, const ScoreBlock& scores,
                                  const std::vector<PlanColumn>& columns);

} // namespace joinedup
