#include "evaluate/paired_change.hpp"

#include "stats/moments.hpp"
#include "stats/normal.hpp"

#include <cmath>
#include <limits>
#include <vector>

namespace joinedup {

namespace {

double over(double value, double sd) { return sd > 0 ? value / sd : std::numeric_limits<double>::quiet_NaN(); }

} // namespace

PairedChange paired_change(std::span<const double> before, std::span<const double> after) {
  std::vector<double> differences;
  for (std::size_t i = 0; i < before.size(); ++i)
    differences.push_back(after[i] - before[i]);
  const Moments first = moments(before), second = moments(after), change = moments(differences);
  PairedChange out;
  out.n = change.n;
  out.mean_before = first.mean;
  out.sd_before = first.sd;
  out.mean_after = second.mean;
  out.sd_after = second.sd;
  out.mean = change.mean;
  out.sd = change.sd;
  const double df = static_cast<double>(out.n) - 1, se = out.sd / std::sqrt(static_cast<double>(out.n));
  constexpr double upper = 0.975;
  const double reach = out.n < 2 ? std::numeric_limits<double>::quiet_NaN() : student_t_quantile(upper, df) * se;
  out.low = out.mean - reach;
  out.high = out.mean + reach;
  out.t = over(out.mean, se);
  out.p = std::isnan(out.t) ? out.t : student_t_two_sided_p(out.t, df);
  out.ses = over(out.mean, out.sd_before);
  out.srm = over(out.mean, out.sd);
  out.hedges_g = (1 - 3 / (4 * df - 1)) *
                 over(out.mean, std::sqrt((out.sd_before * out.sd_before + out.sd_after * out.sd_after) / 2));
  return out;
}

} // namespace joinedup
