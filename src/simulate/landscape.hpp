// What areas and practices bring to their people: shifts of every trait, age mix, names of practices and strata.
// Drawn once per run; each depends only on the seed and on its own number.
#pragma once

#include "model/simulation.hpp"

#include <joinedup/spec.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace joinedup {

struct Practice {
  std::string cells;        ///< practice and stratum as they stand in a row
  std::vector<int> effects; ///< of area and practice together, per trait
};

struct SimulatedArea {
  std::string code;
  int age_tilt = 0;
  std::vector<Practice> practices;
};

/// One entry per area of the geography, in its order. `sizes` are records of each area in a period.
std::vector<SimulatedArea> landscape(const SimulationSpec& spec, const Geography& geography,
                                     const std::vector<int>& sizes, std::uint64_t seed);

} // namespace joinedup
