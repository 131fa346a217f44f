// How the profiles of the same people changed: Pareto classification (Devlin, Parkin, Browne 2010, doi
// 10.1002/hec.1608) and probability of superiority (Buchholz, Janssen, Kohlmann, Feng 2018,
// doi 10.1007/s40273-018-0642-5).
#pragma once

#include "evaluate/profile_counts.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace joinedup {

/// improve: at least one dimension at a better level and none at a worse one; worsen the mirror; mixed: at least one of
/// each; no_change: all equal, with problems; no_problems: all at the best level both times.
enum class ProfileChange : std::uint8_t { no_change, improve, worsen, mixed_change, no_problems };
inline constexpr std::size_t profile_changes = 5;
std::string_view words(ProfileChange change); ///< no_change, improve, worsen, mixed_change, no_problems

using ChangeCounts = std::array<std::uint64_t, profile_changes>;

/// Counts of one classification with its percentages.
struct ChangeShares {
  std::uint64_t all = 0;           ///< pairs
  std::uint64_t with_problems = 0; ///< all but no_problems
  /// Per cent of `with_problems`; of `all` for no_problems. NaN of nobody.
  std::array<double, profile_changes> split{};
  /// Per cent of `all`, no_problems counted among no_change (and 0 under its own name).
  std::array<double, profile_changes> plain{};
};
ChangeShares change_shares(const ChangeCounts& counts);

class ProfileChanges {
public:
  explicit ProfileChanges(ProfileShape shape) : shape_(shape), by_dimension_(shape.dimensions) {}
  /// One person, both states complete.
  void add(std::size_t before, std::size_t after, std::uint64_t people = 1);

  std::uint64_t n() const;
  const ChangeCounts& counts() const { return counts_; }
  const ChangeCounts& of_dimension(std::size_t dimension) const { return by_dimension_[dimension]; }
  /// (improve + half of those unchanged) / pairs: 0.5 is balance, above it improvement. NaN of nobody.
  double superiority(std::size_t dimension) const;

private:
  ProfileShape shape_;
  ChangeCounts counts_{};
  std::vector<ChangeCounts> by_dimension_;
};

} // namespace joinedup
