// Items that together make a health state: all with the same plain levels.
#pragma once

#include "scoring/operations/builders.hpp"

namespace joinedup {

struct StateItems {
  std::size_t set = 0, items = 0, levels = 0, states = 0;
};

/// A fault unless every item is asked and all have the same codes, at most 100,000 states in all.
std::optional<StateItems> state_items(Chain& chain, const Parameters& parameters);
/// Levels of a state from 0, the first item first.
std::vector<std::size_t> digits(std::size_t state, const StateItems& shape);

/// Column value = what a table holds for the state.
class ByState : public Operation {
public:
  ByState(StateItems shape, std::vector<double> values) : shape_(shape), values_(std::move(values)) {}
  void run(Run& run, PlanColumn& column) const override;
  std::string told(Run& run, const PlanColumn& column, double before) const override;

private:
  StateItems shape_;
  std::vector<double> values_;
};

} // namespace joinedup
