// Bins of a histogram joined until none holds too few people.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace joinedup {

/// Bins first to last, both included.
struct JoinedBins {
  std::size_t first = 0, last = 0;
  std::uint64_t people = 0;
  friend bool operator==(const JoinedBins&, const JoinedBins&) = default;
};

/// Every group holds `minimum` people or more, so the total less any of the others does too. A bin without people is
/// joined as well: that nobody is there may tell of those who were asked. Neighbours of the same zone are joined first;
/// a zone that has too few people as a whole is joined to the smaller of its neighbours. Empty where all bins together
/// hold too few.
std::vector<JoinedBins> joined_bins(std::span<const std::uint64_t> people, std::span<const std::size_t> zone,
                                    std::uint64_t minimum);

} // namespace joinedup
