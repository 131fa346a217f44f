// From (stratum, cluster, area) to the place of its sums: an open-addressing table for the hot path of add().
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace joinedup {

struct CellKey {
  std::uint32_t stratum = 0, cluster = 0, area = 0;
  friend bool operator==(const CellKey&, const CellKey&) = default;
};

/// Places count up from 0 in the order in which keys were first seen.
class CellIndex {
public:
  /// The place of `key`, a new one where the key is new.
  std::size_t place(const CellKey& key);
  const std::vector<CellKey>& keys() const { return keys_; } ///< by place

private:
  std::size_t slot_of(const CellKey& key) const; ///< where the key is, or would go
  void grow();

  std::vector<CellKey> keys_;
  std::vector<std::uint32_t> slots_; ///< place + 1, 0 = free; a power of two, at most half full
  std::size_t last_ = 0;             ///< place of the last key: files are often sorted by area
};

} // namespace joinedup
