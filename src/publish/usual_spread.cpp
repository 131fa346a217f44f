#include "publish/usual_spread.hpp"

#include "stats/overdispersion.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace joinedup {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

OverdispersionOptions stats_options(const ComparisonOptions& options) {
  OverdispersionOptions out;
  out.trim = options.trim == "winsorise" ? Trim::winsorise : options.trim == "truncate" ? Trim::truncate : Trim::none;
  out.share = options.trim_share;
  return out;
}

} // namespace

double UsualSpread::widened(double se) const {
  if (!given) return none;
  return factor > 1 ? factor * se : std::sqrt(se * se + tau2);
}

double UsualSpread::z(double difference, double se) const { return difference / widened(se); }

UsualSpread usual_spread(std::span<const double> z, std::span<const double> se, const ComparisonOptions& options) {
  UsualSpread out;
  out.phi = out.tau2 = none;
  if (options.overdispersion == "none") {
    out.reason = "the study asks for no spread";
    return out;
  }
  const Overdispersion found = overdispersion(z, se, stats_options(options));
  out.given = true;
  out.phi = found.phi;
  out.tau2 = found.tau2;
  if (found.why_zero == NoSpread::within_sampling_error)
    out.reason = "areas differ no more than sampling error explains";
  if (found.why_zero == NoSpread::too_few_areas) out.reason = "too few areas are left to measure a spread by";
  if (options.overdispersion == "multiplicative") {
    out.tau2 = none;
    // Limits never get narrower than sampling error makes them.
    if (found.why_zero == NoSpread::none) out.factor = std::sqrt(std::max(1.0, found.phi));
    if (out.reason.empty()) out.reason = "the spread multiplies the errors by the root of phi";
    if (!(out.factor > 1)) out.tau2 = 0;
  }
  return out;
}

} // namespace joinedup
