#include "stats/neighbours.hpp"

#include "stats/moments.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace joinedup {

namespace {
constexpr double in_common = 0.7; ///< share of the variables that a pair needs
}

Neighbours::Neighbours(std::span<const Described> units, std::span<const double> weights) : units_(units) {
  const std::size_t variables = units.empty() ? 0 : units.front().values.size();
  double sum = 0, kept = 0;
  for (std::size_t v = 0; v < variables; ++v) {
    std::vector<double> column;
    for (const Described& unit : units)
      column.push_back(unit.values[v]);
    sd_.push_back(moments(column).sd);
    weights_.push_back(weights.empty() ? 1 : weights[v]);
    if (!(sd_[v] > 0)) {
      dropped_.push_back(v);
      weights_[v] = 0;
    } else {
      sum += weights_[v];
      kept += 1;
    }
  }
  for (double& weight : weights_)
    weight = sum > 0 ? weight * kept / sum : 0;
}

double Neighbours::distance(std::size_t a, std::size_t b) const {
  double squares = 0, present = 0, all = 0;
  std::size_t common = 0;
  const std::size_t kept = weights_.size() - dropped_.size();
  for (std::size_t v = 0; v < weights_.size(); ++v) {
    if (!(sd_[v] > 0)) continue;
    all += weights_[v];
    const double difference = (units_[a].values[v] - units_[b].values[v]) / sd_[v];
    if (std::isnan(difference)) continue;
    ++common;
    present += weights_[v];
    squares += weights_[v] * difference * difference;
  }
  const bool enough = static_cast<double>(common) >= in_common * static_cast<double>(kept) - 1e-9;
  if (kept == 0 || !enough || !(present > 0)) return std::numeric_limits<double>::quiet_NaN();
  return std::sqrt(squares * all / present);
}

std::vector<Neighbour> Neighbours::nearest(std::size_t unit, std::span<const std::size_t> candidates,
                                           std::size_t k) const {
  std::vector<Neighbour> out;
  for (const std::size_t other : candidates) {
    const double apart = other == unit ? std::numeric_limits<double>::quiet_NaN() : distance(unit, other);
    if (!std::isnan(apart)) out.push_back({other, apart});
  }
  std::ranges::sort(out, [this](const Neighbour& a, const Neighbour& b) {
    return a.distance != b.distance ? a.distance < b.distance : units_[a.unit].code < units_[b.unit].code;
  });
  if (out.size() > k) out.resize(k);
  return out;
}

} // namespace joinedup
