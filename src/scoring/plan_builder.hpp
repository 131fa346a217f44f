// Instrument and choices -> the columns of a plan with their compiled steps.
#pragma once

#include "scoring/choices.hpp"
#include "scoring/operations.hpp"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace joinedup {

/// A step of the definition and what became of it, for those who explain a score.
struct PlanStep {
  std::string operation;
  std::string names;                   ///< parameters that are a word, such as `table metric`
  std::vector<Input> inputs;           ///< the items as they stand after it
  const Operation* compiled = nullptr; ///< one of PlanNode::steps; null = it changed the items
};

/// What a column is made of, as the definition says it.
struct PlanOrigin {
  std::vector<std::string> input_ids;
  std::vector<Input> inputs; ///< as they are answered, before any step
  std::vector<PlanStep> steps;
  MissingPolicy missing;
};

/// One column of the plan: a derived item or a score, in the order of the definition, so that what it uses comes first.
struct PlanNode {
  std::string id; ///< of the definition: `index` also where the column is index[SET]
  bool is_score = false;
  bool output = false; ///< in ScoringPlan::columns()
  bool needed = false; ///< output, or used by one that is
  ScoreColumn column;
  std::vector<std::size_t> uses;                 ///< nodes above
  std::vector<std::unique_ptr<Operation>> steps; ///< none: unsupported
  PlanOrigin origin;
};

struct PlanParts {
  std::vector<std::vector<Input>> input_sets;
  std::vector<PlanNode> nodes;
};

/// Faults: J135 unknown score, J412 no value set, J413 score without what it needs, J511 to J515 steps.
PlanParts build_plan(const Instrument& instrument, const InForce& in_force, std::span<const ValueSet> value_sets,
                     const std::vector<std::string>& wanted, Diagnostics& diagnostics);

} // namespace joinedup
