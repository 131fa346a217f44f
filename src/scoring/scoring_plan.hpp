// An instrument made ready to score: names turned into functions, parameters and choices checked.
#pragma once

#include <joinedup/instrument.hpp>
#include <joinedup/outcome.hpp>
#include <joinedup/responses.hpp>
#include <joinedup/results.hpp>
#include <joinedup/score.hpp>

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace joinedup {

struct PlanColumn;
struct PlanParts;

class ScoringPlan {
public:
  /// `value_sets`: every set that may be named or needed as a target. `wanted`: ids of the scores to make, empty = all.
  /// Unknown names, choices, rules and sets, and faults of steps are errors with positions and near names, all at once.
  static Outcome<ScoringPlan> compile(const Instrument& instrument, const ScoringChoices& choices,
                                      std::span<const ValueSet> value_sets,
                                      const std::vector<std::string>& wanted = {});
  ScoringPlan(ScoringPlan&&) noexcept;
  ScoringPlan& operator=(ScoringPlan&&) noexcept;
  ~ScoringPlan();

  const std::vector<ScoreColumn>& columns() const; ///< in the definition's order
  const std::vector<Setting>& settings() const;    ///< every choice in force with its confidence, for the run record
  /// Scores a block, reusing `out`. Safe on all threads at once with different `out`.
  void score(const AnswerBlock& answers, std::size_t records, ScoreBlock& out) const;
  /// The same, and what it made on the way: `columns` is one a node of the plan, empty where the node is in `out`.
  void score(const AnswerBlock& answers, std::size_t records, ScoreBlock& out, std::vector<PlanColumn>& columns) const;
  const PlanParts& parts() const; ///< for those who look at scales or explain a score

private:
  struct Impl;
  ScoringPlan();
  std::unique_ptr<Impl> impl_;
};

} // namespace joinedup
