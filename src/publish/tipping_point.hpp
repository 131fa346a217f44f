// The tipping point of an area's band: how different the people who did not answer would have to be.
#pragma once

#include "publish/bands.hpp"

#include <joinedup/results.hpp>

#include <optional>

namespace joinedup {

struct TippingPoint {
  double difference = 0;  ///< their mean less the mean of those who answered, in the measure's unit
  Band band = Band::none; ///< the band that the area would then have
};

/// The smallest difference, up or down, that carries an area over a band's limit. With response rate r the mean of all
/// who were asked is the respondents' plus (1 - r) x difference; target, spread and sampling error are held as they
/// are, and `bands` are those of the study. `z` counts `spread`s from the target; nothing where everybody answered or
/// the two are no numbers. (The mean of a sample with non-respondents: Cochran 1977, Sampling Techniques,
/// section 13.2.)
std::optional<TippingPoint> tipping_point(double z, double spread, double rate, const BandLimits& bands = {});

} // namespace joinedup
