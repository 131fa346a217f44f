#include "pipeline/score_bins.hpp"

#include "scoring/rounding.hpp"

#include <algorithm>
#include <cmath>

namespace joinedup {

namespace {

constexpr double wanted_bins = 20;
constexpr double whole_from = 5; ///< a range of whole numbers as wide as this is taken for one of whole scores
constexpr double units_of_range = 200;
constexpr double widest = 1e9; ///< in units: beyond it nothing is drawn

bool is_whole(double value) { return value == std::floor(value); }

/// A score that falls by tenths or hundredths has ten units a bin or more.
int decimals_of(double low, double high) {
  if (is_whole(low) && is_whole(high) && high - low >= whole_from) return 0;
  constexpr int most = 6;
  int out = 0;
  while (out < most && (high - low) * power_of_ten(out) < units_of_range)
    ++out;
  return out;
}

/// 1, 2 or 5 times a power of ten.
std::int64_t round_step(double step) {
  std::int64_t ten = 1;
  while (static_cast<double>(ten) * 10 <= step)
    ten *= 10;
  for (const std::int64_t times : {1, 2, 5})
    if (static_cast<double>(times * ten) >= step) return times * ten;
  return 10 * ten;
}

std::int64_t floor_multiple(std::int64_t value, std::int64_t step) {
  const std::int64_t rest = value % step;
  return value - (rest < 0 ? rest + step : rest);
}

/// Stretches of the scale: bands, and what lies between or beside them.
std::vector<ScoreBin> stretches(std::int64_t low, std::int64_t high, const ScoreZones& zones) {
  std::vector<ScoreBin> out;
  std::int64_t at = low;
  const auto add = [&](std::int64_t to, const std::string& band) {
    to = std::min(to, high);
    if (to < at) return;
    out.push_back({at, to, out.size(), band});
    at = to + 1;
  };
  for (const ScoreZone& zone : zones.zones) {
    add(zone.low - 1, {});
    add(zone.high, zone.label);
  }
  add(high, {});
  return out;
}

/// The stretch cut at multiples of `step`; a piece less than half as wide as the others stands with its neighbour.
void cut(const ScoreBin& stretch, std::int64_t step, std::vector<ScoreBin>& out) {
  const std::size_t first = out.size();
  for (std::int64_t from = stretch.low; from <= stretch.high;) {
    const std::int64_t to = std::min(floor_multiple(from, step) + step - 1, stretch.high);
    out.push_back({from, to, stretch.zone, stretch.band});
    from = to + 1;
  }
  const auto narrow = [step](const ScoreBin& bin) { return 2 * (bin.high - bin.low + 1) < step; };
  if (out.size() - first > 1 && narrow(out.back())) {
    const std::int64_t high = out.back().high;
    out.pop_back();
    out.back().high = high;
  }
  if (out.size() - first > 1 && narrow(out[first])) {
    out[first + 1].low = out[first].low;
    out.erase(out.begin() + static_cast<std::ptrdiff_t>(first));
  }
}

/// The text of a tie is judged as scaled_half_up does: the quotient of two whole numbers is the double nearest to it.
void add_starts(ScoreBins& bins) {
  for (std::size_t b = 1; b < bins.bins.size(); ++b)
    bins.starts.push_back(static_cast<double>(2 * bins.bins[b].low - 1) / (2 * power_of_ten(bins.decimals)));
}

} // namespace

std::size_t ScoreBins::bin_of(double score) const {
  // Every score of every record passes here. Two dozen comparisons without a branch are quicker than a search that
  // cannot foresee the next score.
  std::size_t out = 0;
  for (const double start : starts)
    out += score >= start ? 1U : 0U;
  return out;
}

ScoreBins score_bins(double low, double high, const ScoreZones& zones) {
  ScoreBins out;
  if (!(low < high)) return out;
  out.decimals = zones.zones.empty() ? decimals_of(low, high) : zones.decimals;
  if (std::max(std::abs(low), std::abs(high)) * power_of_ten(out.decimals) > widest) return out;
  const std::int64_t first = scaled_half_up(low, out.decimals), last = scaled_half_up(high, out.decimals);
  if (first >= last) return out;
  out.bands = zones.label;
  const std::int64_t step = round_step(static_cast<double>(last - first) / wanted_bins);
  for (const ScoreBin& stretch : stretches(first, last, zones))
    cut(stretch, step, out.bins);
  add_starts(out);
  return out;
}

ScoreBins two_states(std::int64_t low, std::int64_t high) {
  ScoreBins out;
  out.bins = {{low, low, 0, {}}, {high, high, 0, {}}};
  out.starts = {static_cast<double>(low + high) / 2};
  return out;
}

} // namespace joinedup
