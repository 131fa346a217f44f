#include "evaluate/signed_rank.hpp"

#include "stats/normal.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace joinedup {

SignedRank signed_rank(std::span<const double> differences) {
  std::vector<double> moved;
  for (const double d : differences)
    if (d != 0) moved.push_back(d);
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  SignedRank out{differences.empty() ? nan : 0, nan};
  if (moved.empty()) return out;
  std::sort(moved.begin(), moved.end(), [](double a, double b) { return std::abs(a) < std::abs(b); });
  double ties = 0;
  for (std::size_t first = 0; first < moved.size();) {
    std::size_t end = first;
    while (end < moved.size() && std::abs(moved[end]) == std::abs(moved[first]))
      ++end;
    const auto tied = static_cast<double>(end - first);
    const double rank = static_cast<double>(first + end + 1) / 2;
    ties += tied * tied * tied - tied;
    for (; first < end; ++first)
      out.v += moved[first] > 0 ? rank : 0;
  }
  const auto n = static_cast<double>(moved.size());
  const double away = out.v - n * (n + 1) / 4;
  constexpr double continuity = 0.5;
  const double corrected = away > 0 ? away - continuity : away < 0 ? away + continuity : 0;
  out.p = two_sided_p(corrected / std::sqrt(n * (n + 1) * (2 * n + 1) / 24 - ties / 48));
  return out;
}

} // namespace joinedup
