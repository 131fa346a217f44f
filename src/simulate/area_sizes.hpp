// Which area a record belongs to: by its number alone, so that sizes are known before anything is drawn and a longer
// file starts with the rows of a shorter one.
#pragma once

#include "model/simulation.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace joinedup {

class AreaSizes {
public:
  /// `areas` must be at least 1.
  AreaSizes(const SimulatedSizes& sizes, std::size_t areas);

  /// Records of each area in a period; they add up to the period.
  const std::vector<int>& sizes() const { return sizes_; }
  /// The area of record `number` (from 0). Within each period a fixed stride visits every place once, so that all
  /// areas grow together.
  std::size_t area_of(std::uint64_t number) const { return place_[number % place_.size() * step_ % place_.size()]; }

private:
  std::vector<int> sizes_;
  std::vector<std::uint16_t> place_; ///< the area of each place in a period
  std::uint64_t step_ = 1;           ///< without a common factor with the period
};

} // namespace joinedup
