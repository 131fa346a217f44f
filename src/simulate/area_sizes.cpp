#include "simulate/area_sizes.hpp"

#include <numeric>
#include <span>

namespace joinedup {

namespace {

/// Shares `total` among areas in proportion to 1 / (rank + flatness), whole records only; what is over goes to the
/// first areas, one each.
void share(std::vector<int>& sizes, std::span<const std::size_t> areas, int total, const SimulatedSizes& rule) {
  if (areas.empty() || total <= 0) return;
  constexpr std::int64_t unit = 1'000'000;
  const auto weight_of = [&](std::size_t i) {
    const auto rank = i * static_cast<std::size_t>(rule.stride) % areas.size();
    return unit / (static_cast<std::int64_t>(rank) + rule.flatness);
  };
  std::int64_t all = 0;
  for (std::size_t i = 0; i < areas.size(); ++i) {
    all += weight_of(i);
  }
  int left = total;
  for (std::size_t i = 0; i < areas.size(); ++i) {
    sizes[areas[i]] = static_cast<int>(total * weight_of(i) / all);
    left -= sizes[areas[i]];
  }
  for (std::size_t i = 0; left > 0; ++i, --left) {
    ++sizes[areas[i % areas.size()]];
  }
}

/// About 0.618 of the period, the fraction whose multiples spread most evenly, without a common factor.
std::uint64_t stride_of(std::uint64_t period) {
  std::uint64_t step = period * 618 / 1000 + 1;
  while (std::gcd(step, period) != 1) {
    ++step;
  }
  return step;
}

} // namespace

AreaSizes::AreaSizes(const SimulatedSizes& rule, std::size_t areas) : sizes_(areas, 0) {
  std::vector<bool> is_few(areas, false);
  int left = rule.period;
  for (const auto& [position, records] : rule.few) {
    if (position >= areas || records >= left) continue;
    sizes_[position] = records;
    is_few[position] = true;
    left -= records;
  }
  std::vector<std::size_t> others;
  for (std::size_t a = 0; a < areas; ++a) {
    if (!is_few[a]) others.push_back(a);
  }
  if (others.empty()) { // a geography so small that the rule for few leaves nobody to take the rest
    others.resize(areas);
    std::iota(others.begin(), others.end(), std::size_t{0});
    left = rule.period;
  }
  share(sizes_, others, left, rule);
  place_.reserve(static_cast<std::size_t>(rule.period));
  for (std::size_t a = 0; a < areas; ++a) {
    place_.insert(place_.end(), static_cast<std::size_t>(sizes_[a]), static_cast<std::uint16_t>(a));
  }
  step_ = stride_of(place_.size());
}

} // namespace joinedup
