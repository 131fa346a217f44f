// Change of a measure whose questionnaire changed between the waves: the new one is moved by how far the two lie apart
// where the same people answered both (linear linking of means: Kolen and Brennan 2014, 10.1007/978-1-4939-0317-7).
#pragma once

#include "evaluate/wave_difference.hpp"

#include <cstdint>

namespace joinedup {

struct LinkedChange {
  std::uint64_t people = 0;     ///< in any of the three, each once
  double link = 0, link_se = 0; ///< mean of old less new over the overlap
  double linked = 0;            ///< mean of the second wave, moved by the link
  MeanDifference change;        ///< linked less the mean of the first wave
};

/// `first`: old scores of the first wave; `second`: new scores of the second; `apart`: old less new of those who have
/// both in the overlap. Errors are Taylor linearised with people as sampling units, as in wave_difference. NaN where
/// one of the three has nobody.
LinkedChange linked_change(const WaveScores& first, const WaveScores& second, const WaveScores& apart);

} // namespace joinedup
