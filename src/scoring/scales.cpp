#include "scoring/scales.hpp"

#include "scoring/plan_builder.hpp"

#include <algorithm>

namespace joinedup {

namespace {

/// The step that makes the value, where it is a sum or mean.
const PlanStep* summing_step(const PlanNode& node) {
  const auto first = std::find_if(node.origin.steps.begin(), node.origin.steps.end(),
                                  [](const PlanStep& step) { return step.compiled != nullptr; });
  const bool sums = first != node.origin.steps.end() && (first->operation == "sum" || first->operation == "mean");
  return sums ? &*first : nullptr;
}

bool same_items(const std::vector<Input>& a, const std::vector<Input>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Input& x, const Input& y) { return x.same(y); });
}

} // namespace

std::vector<SummedScale> summed_scales(const ScoringPlan& plan) {
  std::vector<SummedScale> out;
  std::size_t column = 0;
  for (const PlanNode& node : plan.parts().nodes) {
    if (!node.output) continue;
    const std::size_t number = column++;
    const PlanStep* step = summing_step(node);
    if (step == nullptr || step->inputs.size() < 2) continue;
    const auto known = std::find_if(out.begin(), out.end(),
                                    [&](const SummedScale& scale) { return same_items(scale.inputs, step->inputs); });
    if (known != out.end())
      known->also.push_back(node.column.id);
    else
      out.push_back({number, {}, node.origin.input_ids, step->inputs});
  }
  return out;
}

const ScoreValues& derived_values(const ScoringPlan& plan, const Input& input, const ScoreBlock& scores,
                                  const std::vector<PlanColumn>& columns) {
  const auto& nodes = plan.parts().nodes;
  if (!nodes[input.column].output) return columns[input.column].scores;
  const auto before = std::count_if(nodes.begin(), nodes.begin() + static_cast<std::ptrdiff_t>(input.column),
                                    [](const PlanNode& node) { return node.output; });
  return scores.scores[static_cast<std::size_t>(before)];
}

} // namespace joinedup
