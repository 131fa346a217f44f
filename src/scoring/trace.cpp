#include "scoring/trace.hpp"

#include "scoring/operations/told.hpp"
#include "scoring/plan_run.hpp"

#include <algorithm>

namespace joinedup {

namespace {

std::vector<TracedItem> traced_items(const PlanOrigin& origin, const Run& run) {
  std::vector<TracedItem> out;
  for (std::size_t i = 0; i < origin.inputs.size(); ++i) {
    const Input& asked = origin.inputs[i];
    TracedItem item{origin.input_ids[i], asked.derived, asked.column, told_value(run, asked), 0, ""};
    item.used = item.answered;
    const Input* before = &asked;
    for (const PlanStep& step : origin.steps) {
      if (step.compiled != nullptr || i >= step.inputs.size()) continue;
      if (!step.inputs[i].same(*before)) item.changed_by += (item.changed_by.empty() ? "" : ", ") + step.operation;
      before = &step.inputs[i];
      item.used = told_value(run, *before);
    }
    out.push_back(std::move(item));
  }
  return out;
}

const PlanStep* step_of(const PlanOrigin& origin, const Operation& operation) {
  const auto found = std::find_if(origin.steps.begin(), origin.steps.end(),
                                  [&](const PlanStep& step) { return step.compiled == &operation; });
  return found == origin.steps.end() ? nullptr : &*found;
}

TracedColumn traced(const PlanNode& node, Run& run, PlanColumn& column) {
  TracedColumn out;
  out.id = node.id;
  out.is_score = node.is_score;
  out.column = node.column;
  out.missing_rule = node.origin.missing.name;
  out.missing_confidence = node.origin.missing.confidence;
  out.needed = node.origin.missing.minimum(node.origin.inputs.size());
  out.items = traced_items(node.origin, run);
  double before = no_value;
  run_node(node, run, column, [&](const Operation& operation) {
    TracedStep step;
    if (const PlanStep* origin = step_of(node.origin, operation)) {
      step.operation = origin->operation;
      step.names = origin->names;
      if (const OperationInfo* info = find_operation(origin->operation)) step.summary = info->summary;
    }
    step.told = operation.told(run, column, before);
    step.status = column.scores.status[0];
    step.value = before = has_value(step.status) ? column.scores.value[0] : no_value;
    out.steps.push_back(std::move(step));
  });
  out.status = column.scores.status[0];
  out.value = has_value(out.status) ? column.scores.value[0] : no_value;
  return out;
}

} // namespace

std::vector<TracedColumn> trace(const ScoringPlan& plan, const AnswerBlock& record) {
  const PlanParts& parts = plan.parts();
  std::vector<PlanColumn> columns(parts.nodes.size());
  Run run(record, 1, parts.input_sets, columns);
  std::vector<TracedColumn> out;
  for (std::size_t n = 0; n < parts.nodes.size(); ++n) {
    if (parts.nodes[n].needed) out.push_back(traced(parts.nodes[n], run, columns[n]));
  }
  return out;
}

} // namespace joinedup
