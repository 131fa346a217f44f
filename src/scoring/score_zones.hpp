// The bands that a definition sets on a score, as zones of that score's scale.
#pragma once

#include "scoring/choices.hpp"

#include <joinedup/instrument.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace joinedup {

/// Both ends belong to the zone; in units of the last decimal.
struct ScoreZone {
  std::string label;
  std::int64_t low = 0, high = 0;
};

struct ScoreZones {
  std::string label; ///< of the score that holds the bands
  int decimals = 0;  ///< scores are rounded to them, half up, before they are banded
  std::vector<ScoreZone> zones;
};

/// Those of the first score of the definition that bands `score`, unchanged, and that what is in force allows. No
/// zones where there is none.
ScoreZones score_zones(const Instrument& instrument, const InForce& in_force, std::string_view score);

} // namespace joinedup
