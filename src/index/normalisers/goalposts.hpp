// Fixed goalposts: 100 (value - low) / (high - low), the other way round where low is good. Nothing is clipped: a value
// beyond a goalpost keeps its points below 0 or above 100 (OECD/JRC 2008, Handbook on Constructing Composite
// Indicators, 10.1787/9789264043466-en). An area's points do not move because another area joined or left.
#pragma once

#include "index/normalise.hpp"

namespace joinedup {

/// `low` must be below `high`.
PointsLine goalposts_line(const Goalposts& goalposts);
PointsScale fit_goalposts(const NormaliserInput& input);

inline constexpr Normaliser goalposts_normaliser = {"goalposts", "100 (value - low) / (high - low), not clipped",
                                                    "OECD/JRC 2008, 10.1787/9789264043466-en", fit_goalposts};

} // namespace joinedup
