#include "evaluate/profile_counts.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

namespace joinedup {

namespace {
constexpr double none = std::numeric_limits<double>::quiet_NaN();
} // namespace

std::size_t ProfileShape::states() const {
  std::size_t out = 1;
  for (std::size_t d = 0; d < dimensions; ++d)
    out *= levels;
  return out;
}

std::vector<std::size_t> ProfileShape::digits(std::size_t state) const {
  std::vector<std::size_t> out(dimensions);
  for (std::size_t d = dimensions; d-- > 0; state /= levels)
    out[d] = state % levels;
  return out;
}

Shannon shannon(const std::vector<std::uint64_t>& counts, double possible) {
  Shannon out;
  const auto n = static_cast<double>(std::accumulate(counts.begin(), counts.end(), std::uint64_t{0}));
  if (n == 0) return {none, none, none};
  double observed = 0;
  for (const std::uint64_t count : counts) {
    if (count == 0) continue;
    const double p = static_cast<double>(count) / n;
    out.h -= p * std::log2(p);
    ++observed;
  }
  out.h = std::fmax(out.h, 0.0); // not -0 where all are alike
  out.most = std::log2(possible > 0 ? possible : observed);
  out.j = out.most > 0 ? out.h / out.most : none;
  return out;
}

void ProfileCounts::merge(const ProfileCounts& other) {
  for (std::size_t s = 0; s < states_.size(); ++s)
    states_[s] += other.states_[s];
}

std::uint64_t ProfileCounts::n() const { return std::accumulate(states_.begin(), states_.end(), std::uint64_t{0}); }

std::uint64_t ProfileCounts::distinct() const {
  return states_.size() - static_cast<std::uint64_t>(std::count(states_.begin(), states_.end(), std::uint64_t{0}));
}

std::vector<std::vector<std::uint64_t>> ProfileCounts::levels() const {
  std::vector<std::vector<std::uint64_t>> out(shape_.dimensions, std::vector<std::uint64_t>(shape_.levels));
  for (std::size_t s = 0; s < states_.size(); ++s) {
    if (states_[s] == 0) continue;
    const std::vector<std::size_t> digits = shape_.digits(s);
    for (std::size_t d = 0; d < digits.size(); ++d)
      out[d][digits[d]] += states_[s];
  }
  return out;
}

std::map<std::size_t, std::uint64_t> ProfileCounts::level_sums() const {
  std::map<std::size_t, std::uint64_t> out;
  for (std::size_t s = 0; s < states_.size(); ++s) {
    if (states_[s] == 0) continue;
    const std::vector<std::size_t> digits = shape_.digits(s);
    out[std::accumulate(digits.begin(), digits.end(), digits.size())] += states_[s];
  }
  return out;
}

std::map<std::string, std::uint64_t> ProfileCounts::level_frequencies() const {
  std::map<std::string, std::uint64_t> out;
  for (std::size_t s = 0; s < states_.size(); ++s) {
    if (states_[s] == 0) continue;
    std::vector<std::size_t> counts(shape_.levels);
    for (const std::size_t digit : shape_.digits(s))
      ++counts[digit];
    std::string code;
    for (const std::size_t count : counts)
      code += std::to_string(count);
    out[code] += states_[s];
  }
  return out;
}

std::vector<std::uint64_t> ProfileCounts::sorted() const {
  std::vector<std::uint64_t> out;
  std::copy_if(states_.begin(), states_.end(), std::back_inserter(out), [](std::uint64_t f) { return f > 0; });
  std::sort(out.begin(), out.end(), std::greater<>());
  return out;
}

std::vector<DensityPoint> ProfileCounts::density_curve() const {
  const std::vector<std::uint64_t> f = sorted();
  const auto people = static_cast<double>(n()), profiles = static_cast<double>(f.size());
  std::vector<DensityPoint> out;
  std::uint64_t so_far = 0;
  for (std::size_t i = 0; i < f.size(); ++i) {
    so_far += f[i];
    out.push_back({static_cast<double>(so_far) / people, static_cast<double>(i + 1) / profiles});
  }
  return out;
}

double ProfileCounts::density_index() const {
  const std::vector<std::uint64_t> f = sorted();
  if (f.empty()) return none;
  const auto people = static_cast<double>(n()), profiles = static_cast<double>(f.size());
  double out = 0;
  for (std::size_t i = 0; i < f.size(); ++i)
    out += static_cast<double>(f[i]) / people * (static_cast<double>(2 * i + 1) / profiles);
  return out;
}

Shannon ProfileCounts::shannon_profiles(bool observed_only) const {
  return shannon(states_, observed_only ? 0.0 : static_cast<double>(shape_.states()));
}

Shannon ProfileCounts::shannon_dimension(std::size_t dimension, bool observed_only) const {
  return shannon(levels()[dimension], observed_only ? 0.0 : static_cast<double>(shape_.levels));
}

} // namespace joinedup
