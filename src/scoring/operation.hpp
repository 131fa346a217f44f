// One step of a score's chain, compiled: it fills or changes a column, a block of records at a time.
#pragma once

#include "scoring/inputs.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace joinedup {

/// The block being scored, with what steps over the same items share. One per call: never shared between threads.
class Run {
public:
  Run(const AnswerBlock& answers, std::size_t records, const std::vector<std::vector<Input>>& inputs,
      std::vector<PlanColumn>& columns)
      : answers_(answers), records_(records), inputs_(inputs), columns_(columns), tallies_(inputs.size()),
        states_(inputs.size()) {}

  const AnswerBlock& answers() const { return answers_; }
  std::size_t records() const { return records_; }
  std::span<const Input> inputs(std::size_t set) const { return inputs_[set]; }
  const PlanColumn& column(std::size_t number) const { return columns_[number]; }
  /// Made once for each set of inputs.
  const Tally& tally_of(std::size_t set) {
    if (!tallies_[set]) tallies_[set] = tally(inputs_[set], answers_, columns_, records_);
    return *tallies_[set];
  }
  const States& states_of(std::size_t set, std::size_t levels) {
    if (!states_[set]) states_[set] = states(inputs_[set], levels, answers_, records_);
    return *states_[set];
  }

private:
  const AnswerBlock& answers_;
  std::size_t records_;
  const std::vector<std::vector<Input>>& inputs_;
  std::vector<PlanColumn>& columns_;
  std::vector<std::optional<Tally>> tallies_;
  std::vector<std::optional<States>> states_;
};

class Operation {
public:
  Operation() = default;
  Operation(const Operation&) = delete;
  Operation& operator=(const Operation&) = delete;
  virtual ~Operation() = default;
  /// `column` holds the result of the step before, `records` long; the first step fills it.
  virtual void run(Run& run, PlanColumn& column) const = 0;
  /// What it did for the first record, for those who explain a score: from the same data that run() uses. `before` is
  /// the value that it began with. Empty = the name of the operation says it all.
  virtual std::string told(Run& /*run*/, const PlanColumn& /*column*/, double /*before*/) const { return {}; }
};

/// Value with its status, or why there is none.
inline void set(PlanColumn& column, std::size_t record, double value, ScoreStatus status = ScoreStatus::ok) {
  column.scores.value[record] = value;
  column.scores.status[record] = status;
}
inline void set_empty(PlanColumn& column, std::size_t record, ScoreStatus status) {
  set(column, record, no_value, status);
}

} // namespace joinedup
