// Means of the wave before, for an index definition that lets them stand for what an area lacks.
#pragma once

#include <joinedup/outcome.hpp>
#include <joinedup/results.hpp>

#include <span>
#include <string>
#include <string_view>

namespace joinedup {

/// Shown means of areas in a results.json; anything else is J617.
Outcome<LastWave> read_last_wave(std::string_view text, const std::string& file);

/// The mean of an area's measure then; NaN where it was not shown, or where the measure was another: of another score,
/// or on another scale.
double mean_of_last_wave(const LastWave& wave, const std::string& area, const IndicatorInfo& indicator);

/// J647: measures of the index that the wave before did not have as they are now.
Diagnostics check_last_wave(const LastWave& wave, std::span<const IndicatorInfo> indicators);

} // namespace joinedup
