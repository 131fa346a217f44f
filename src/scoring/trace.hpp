// How the scores of one record arose: items, what became of them, each operation and its result. The walk and the
// operations are those that score a survey (plan_run.hpp), so that a trace cannot disagree with the score.
#pragma once

#include "scoring/scoring_plan.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace joinedup {

struct TracedItem {
  std::string id;
  bool derived = false;
  std::size_t number = 0; ///< among the instrument's items; of derived ones among the traced columns
  double answered = 0;    ///< value of the answer as it stands; NaN = none
  double used = 0;        ///< after the steps that change items
  std::string changed_by; ///< such as `reverse`; empty = nothing changed it
};

struct TracedStep {
  std::string operation, summary; ///< summary: of the table of operations
  std::string names;              ///< parameters that are a word
  std::string told;               ///< what it did, in numbers
  double value = 0;               ///< NaN = none
  ScoreStatus status = ScoreStatus::ok;
};

struct TracedColumn {
  std::string id; ///< of the definition: `index` also where the column is index[SET]
  bool is_score = false;
  ScoreColumn column;
  std::vector<TracedItem> items;
  std::vector<TracedStep> steps;
  std::string missing_rule, missing_confidence;
  std::size_t needed = 0; ///< items that the rule asks for
  double value = 0;
  ScoreStatus status = ScoreStatus::ok;
};

/// `record`: a block of one record. Columns that the plan makes, in its order, those that only others use among them.
std::vector<TracedColumn> trace(const ScoringPlan& plan, const AnswerBlock& record);

} // namespace joinedup
