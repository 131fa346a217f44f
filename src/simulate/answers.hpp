// From a person's traits to the cells of a questionnaire: every choice is a comparison of whole numbers.
#pragma once

#include "model/simulation.hpp"
#include "simulate/draws.hpp"

#include <span>
#include <string>

namespace joinedup {

/// Adds one cell per item of the block to `out`, each with a comma in front.
void append_answers(std::string& out, const SimulatedBlock& block, std::span<const int> traits, Draws& draws);

/// Whole number as text.
void append_whole(std::string& out, std::int64_t value);

} // namespace joinedup
