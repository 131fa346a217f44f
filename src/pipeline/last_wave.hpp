// The wave before: what has changed since, and means for an index definition that lets them stand for what an area
// lacks.
#pragma once

#include <joinedup/outcome.hpp>
#include <joinedup/results.hpp>

#include <span>
#include <string>
#include <string_view>

namespace joinedup {

/// A results.json; anything else is J617.
Outcome<RunResults> read_wave_before(std::string_view text, const std::string& file);

/// Its shown means of areas.
LastWave last_wave_of(const RunResults& before);

/// Whether two runs measure the same on the same scale.
bool same_measure(const IndicatorInfo& then, const IndicatorInfo& now);

/// The mean of an area's measure then; NaN where it was not shown, or where the measure was another: of another score,
/// or on another scale.
double mean_of_last_wave(const LastWave& wave, const std::string& area, const IndicatorInfo& indicator);

/// J647: measures of the index that the wave before did not have as they are now.
Diagnostics check_last_wave(const LastWave& wave, std::span<const IndicatorInfo> indicators);

} // namespace joinedup
