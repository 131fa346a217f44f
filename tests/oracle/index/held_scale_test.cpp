// z-scores and resampling. Noise e of each area's mean widens the spread that z divides by, from S to about
// sqrt(S^2 + e^2), so that z-scores fitted anew in each replicate lie about 1/sqrt(1 + e^2/S^2) times as far from the
// centre: not about the point estimate. Held at the point estimate they do.
#include "index/normalise.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

using namespace joinedup;

namespace {

constexpr std::size_t areas = 42, replicates = 4000;
constexpr double noise_by_spread = 0.5;

struct Centres {
  double point = 0, mean = 0, below = 0; ///< of the highest area, above the centre of the scale; share below the point
};

/// Of the area with the highest mean, with the scale held or fitted anew to each replicate.
Centres of_highest(bool held) {
  std::vector<double> means;
  for (std::size_t a = 0; a < areas; ++a)
    means.push_back(static_cast<double>(a));
  const Normaliser& z = *find_normaliser("z_score");
  const PointsScale point = z.fit({{0, 100}, means});
  double squares = 0, middle = (areas - 1) / 2.0;
  for (const double mean : means)
    squares += (mean - middle) * (mean - middle) / (areas - 1);
  std::mt19937_64 bits(3);
  std::normal_distribution<double> noise(0, noise_by_spread * std::sqrt(squares));
  Centres out;
  const double centre = point(middle);
  out.point = point(means.back()) - centre;
  for (std::size_t r = 0; r < replicates; ++r) {
    std::vector<double> drawn = means;
    for (double& mean : drawn)
      mean += noise(bits);
    const double points = (held ? point : z.fit({{0, 100}, drawn}))(drawn.back()) - centre;
    out.mean += points / replicates;
    out.below += points < out.point ? 1.0 / replicates : 0;
  }
  return out;
}

} // namespace

TEST_CASE("z-scores whose centre and scale are held lie about the point estimate in resampling") {
  const Centres held = of_highest(true);
  CHECK_THAT(held.mean, WithinRel(held.point, 0.03)); // 4 of its standard errors are 0.02 of it
  CHECK_THAT(held.below, WithinAbs(0.5, 4 * 0.5 / std::sqrt(replicates)));
}

TEST_CASE("z-scores fitted anew to each replicate are drawn towards the centre by the spread of the noise") {
  const Centres anew = of_highest(false);
  CHECK_THAT(anew.mean, WithinRel(anew.point / std::sqrt(1 + noise_by_spread * noise_by_spread), 0.03));
  CHECK(anew.below > 0.6); // a percentile interval is off its centre
}
