// The part of a simulation's definition that speaks of traits and of the items they drive.
#pragma once

#include "definitions/fields.hpp"
#include "model/simulation.hpp"

#include <string>
#include <vector>

namespace joinedup {

/// A required whole number; 0 after a fault.
int whole(Fields& fields, const std::string& name, int low, int high);
/// A required rate in ten-thousandths.
int rate(Fields& fields, const std::string& name);

std::vector<SimulatedTrait> simulated_traits(Fields& root, std::size_t age_bands);
std::vector<StandingOut> standing_out(Fields& root, const std::vector<SimulatedTrait>& traits);
std::vector<SimulatedBlock> simulated_blocks(Fields& root, const std::vector<SimulatedTrait>& traits);

} // namespace joinedup
