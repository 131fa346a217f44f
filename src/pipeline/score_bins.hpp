// Where the bars of a score's histogram begin and end. Known before the first record: of the score's definition alone.
#pragma once

#include "scoring/score_zones.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace joinedup {

/// Both ends belong to the bin; in units of the last decimal.
struct ScoreBin {
  std::int64_t low = 0, high = 0;
  std::size_t zone = 0; ///< number of the stretch of the scale between two ends of bands
  std::string band;     ///< empty = none there
};

struct ScoreBins {
  std::string bands;          ///< label of the score that holds the bands; empty = none
  int decimals = 0;           ///< scores are rounded to them, half up
  std::vector<ScoreBin> bins; ///< in order, one after the other; none = the score has no histogram
  std::vector<double> starts; ///< least unrounded score of each bin but the first

  /// Scores beyond the ends fall into the first or the last.
  std::size_t bin_of(double score) const;
};

/// About twenty bins of round width that no end of a band cuts.
ScoreBins score_bins(double low, double high, const ScoreZones& zones);
/// A score of two values.
ScoreBins two_states(std::int64_t low, std::int64_t high);

} // namespace joinedup
