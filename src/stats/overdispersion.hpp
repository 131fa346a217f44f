// How much more areas differ than sampling explains (Spiegelhalter 2005, 10.1002/sim.1970 and
// 10.1136/qshc.2005.013755; RULINGS R8).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace joinedup {

/// What is done with extreme z before the spread is measured, so that true outliers do not hide themselves: pulled in
/// to the quantiles at `share` and 1 - `share` (type 7), or the lowest and the highest `share` of areas, rounded down,
/// left out.
enum class Trim : std::uint8_t { none, winsorise, truncate };

struct OverdispersionOptions {
  Trim trim = Trim::winsorise;
  double share = 0.1;
  std::size_t minimum_areas = 5; ///< with fewer, tau2 is 0 (R8)
};

enum class NoSpread : std::uint8_t { none, too_few_areas, within_sampling_error };

/// phi: mean of the squared z (1 = sampling alone). tau2: extra variance between areas, in squared units of the value,
/// 0 with the reason in `why_zero`. NaN phi when no area is left.
struct Overdispersion {
  std::size_t areas = 0; ///< that phi and tau2 rest on
  double phi = 0, tau2 = 0;
  NoSpread why_zero = NoSpread::none;
  std::vector<double> z; ///< after trimming, in the order given; NaN where left out
};

/// `z` = (value - target) / se. Areas whose z or se is NaN or whose se is 0 are left out.
Overdispersion overdispersion(std::span<const double> z, std::span<const double> se,
                              const OverdispersionOptions& options = {});

/// (value - target) / sqrt(se^2 + tau2).
double overdispersed_z(double difference, double se, double tau2);

} // namespace joinedup
