// What each question weighs in the index (RULINGS R39).
#pragma once

#include "scoring/scoring_plan.hpp"

#include <joinedup/instrument.hpp>

#include <string>
#include <utility>
#include <vector>

namespace joinedup {

/// Shares of `weight` by item: how far the score moves when that question alone goes from its lowest to its highest
/// code, the others at their lowest. Equal for sums; by the worst level's decrement for an additive value set. A
/// derived item counts as one question, under the item that can stand for it.
std::vector<std::pair<std::string, double>> question_weights(const Instrument& instrument, const ScoringPlan& plan,
                                                             const std::string& score_column, double weight);

} // namespace joinedup
