// JSON text -> SimulationSpec, all faults at once with their positions.
#pragma once

#include "model/simulation.hpp"

#include <joinedup/outcome.hpp>

#include <string>
#include <string_view>

namespace joinedup {

/// `file` names the text in messages.
Outcome<SimulationSpec> read_simulation(std::string_view text, const std::string& file);

} // namespace joinedup
