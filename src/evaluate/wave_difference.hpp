// Difference of two waves' means, each over everybody in it, when some people are in both.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace joinedup {

struct MeanDifference {
  double value = 0, se = 0;
  double low = 0, high = 0; ///< 95 %, normal
  double z = 0, p = 0;      ///< two-sided
};

/// second - first with SE sqrt(se_first^2 + se_second^2 - 2 covariance).
MeanDifference mean_difference(double first, double se_first, double second, double se_second, double covariance);

/// Scores of one wave and who gave them: numbers of people, the same in both waves.
struct WaveScores {
  std::vector<double> values;
  std::vector<std::uint32_t> people;
};

struct WaveDifference {
  std::uint64_t people = 0; ///< in either wave, each once
  double se_first = 0, se_second = 0, covariance = 0;
  MeanDifference difference;
};

/// Taylor linearised with people as sampling units: u = (y - mean) / n in each wave, added up by person;
/// Cov = k/(k-1) sum of products over the k people (Lumley 2004, 10.18637/jss.v009.i08). Nobody in both: independent
/// samples. NaN where a wave has no score, or fewer than two people answered.
WaveDifference wave_difference(const WaveScores& first, const WaveScores& second);

} // namespace joinedup
