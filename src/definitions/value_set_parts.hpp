// What value sets and the mappings that they share are made of, and what is checked of both.
#pragma once

#include "definitions/fields.hpp"

#include <vector>

namespace joinedup {

using Matrix = std::vector<std::vector<double>>;

/// A list of lists of numbers, all of one length; anything else is J506.
Matrix read_matrix(const Value& value);
/// A list of matrices whose rows are probabilities; anything else is J506.
std::vector<Matrix> read_transition(const Value& value);

} // namespace joinedup
