#include "scoring/scoring_plan.hpp"

#include "scoring/choices.hpp"
#include "scoring/plan_builder.hpp"
#include "scoring/plan_run.hpp"

#include <algorithm>

namespace joinedup {

struct ScoringPlan::Impl {
  PlanParts parts;
  std::vector<ScoreColumn> columns;
  std::vector<Setting> settings;
};

ScoringPlan::ScoringPlan() : impl_(std::make_unique<Impl>()) {}
ScoringPlan::ScoringPlan(ScoringPlan&&) noexcept = default;
ScoringPlan& ScoringPlan::operator=(ScoringPlan&&) noexcept = default;
ScoringPlan::~ScoringPlan() = default;

Outcome<ScoringPlan> ScoringPlan::compile(const Instrument& instrument, const ScoringChoices& choices,
                                          std::span<const ValueSet> value_sets,
                                          const std::vector<std::string>& wanted) {
  Diagnostics diagnostics;
  ScoringPlan plan;
  InForce in_force = choose(instrument, choices, value_sets, diagnostics);
  plan.impl_->parts = build_plan(instrument, in_force, value_sets, wanted, diagnostics);
  if (diagnostics.has_errors()) return Outcome<ScoringPlan>::failure(std::move(diagnostics));
  plan.impl_->settings = std::move(in_force.settings);
  for (const PlanNode& node : plan.impl_->parts.nodes) {
    if (node.output) plan.impl_->columns.push_back(node.column);
  }
  return {std::move(plan), std::move(diagnostics)};
}

const std::vector<ScoreColumn>& ScoringPlan::columns() const { return impl_->columns; }
const std::vector<Setting>& ScoringPlan::settings() const { return impl_->settings; }

const PlanParts& ScoringPlan::parts() const { return impl_->parts; }

void ScoringPlan::score(const AnswerBlock& answers, std::size_t records, ScoreBlock& out) const {
  std::vector<PlanColumn> columns;
  score(answers, records, out, columns);
}

void ScoringPlan::score(const AnswerBlock& answers, std::size_t records, ScoreBlock& out,
                        std::vector<PlanColumn>& columns) const {
  const auto& nodes = impl_->parts.nodes;
  columns.resize(nodes.size());
  out.scores.resize(impl_->columns.size());
  Run run(answers, records, impl_->parts.input_sets, columns);
  // Memory of the last block's scores is lent to this one's; scores that others use stay in `columns` until the end.
  std::size_t at = 0;
  for (std::size_t n = 0; n < nodes.size(); ++n) {
    if (nodes[n].output) std::swap(columns[n].scores, out.scores[at++]);
    if (nodes[n].needed) run_node(nodes[n], run, columns[n], [](const Operation&) {});
  }
  at = 0;
  for (std::size_t n = 0; n < nodes.size(); ++n) {
    if (nodes[n].output) std::swap(columns[n].scores, out.scores[at++]);
  }
}

} // namespace joinedup
