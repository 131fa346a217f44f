// Segmented regression of an interrupted series: level and slope before, and how both change from the interruption on
// (Wagner and others 2002, 10.1046/j.1365-2710.2002.00430.x), with errors that allow for neighbouring waves that go
// together (Newey and West 1987, 10.2307/1913610).
#pragma once

#include <array>
#include <cstddef>
#include <span>

namespace joinedup {

/// y = level + slope s + [s >= 0] (level_change + slope_change s), s = waves since the interruption.
enum SeriesTerm : std::size_t { level_before, slope_before, level_change, slope_change, series_terms };

struct SeriesEstimate {
  double value = 0, se = 0;
  double low = 0, high = 0, t = 0, p = 0; ///< 95 %, t with waves - 4 degrees of freedom
};

struct InterruptedSeries {
  std::array<SeriesEstimate, series_terms> terms;
  std::size_t lag = 0; ///< waves apart up to which errors may go together
  double df = 0;
};

/// Newey and West's usual lag, 4 (waves / 100)^(2/9) rounded down.
std::size_t usual_lag(std::size_t waves);

/// Least squares of wave means, equally spaced, `first_after` being the place of the first wave with the change. Errors
/// by Bartlett's weights 1 - l / (lag + 1), times waves / (waves - 4); the lag is at most waves - 1. NaN where either
/// part has fewer than two waves or all have fewer than five, and where a mean is NaN.
InterruptedSeries interrupted_series(std::span<const double> means, std::size_t first_after, std::size_t lag);

} // namespace joinedup
