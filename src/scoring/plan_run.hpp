// One column of a plan for a block of records: the walk that scoring and explaining share.
#pragma once

#include "scoring/plan_builder.hpp"

#include <algorithm>

namespace joinedup {

/// `after_step` sees each operation when it has run, with its result in `column`.
template <typename AfterStep>
void run_node(const PlanNode& node, Run& run, PlanColumn& column, AfterStep&& after_step) {
  column.resize(run.records());
  column.marks.clear(); // the memory may be that of an earlier block
  if (!node.column.unsupported.empty()) {
    std::fill(column.scores.value.begin(), column.scores.value.end(), no_value);
    std::fill(column.scores.status.begin(), column.scores.status.end(), ScoreStatus::unsupported);
  }
  for (const auto& step : node.steps) {
    step->run(run, column);
    after_step(*step);
  }
}

} // namespace joinedup
