// How the value of one health state adds up, for those who explain a score.
#pragma once

#include <joinedup/instrument.hpp>

#include <span>
#include <string>
#include <vector>

namespace joinedup {

/// One addend, or one factor where the set is multiplicative.
struct ValuePart {
  std::string what;
  double amount = 0;
};

/// Parts of the value in the order of the model: start, levels, named terms, pairs. `levels` from 1, one a dimension,
/// `dimensions` names them. Empty where values come from a table, from another set or from more than the state. The
/// counts of named terms are those that make the table of all states (value_terms.hpp).
std::vector<ValuePart> value_parts(const ValueSet& set, std::span<const int> levels,
                                   const std::vector<std::string>& dimensions);

} // namespace joinedup
