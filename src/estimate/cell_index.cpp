#include "estimate/cell_index.hpp"

namespace joinedup {

namespace {

/// Mixes all bits of the key (the finaliser of MurmurHash3).
std::uint64_t hash(const CellKey& key) {
  std::uint64_t h = (std::uint64_t{key.stratum} << 32 | key.cluster) * 0x9e3779b97f4a7c15ULL + key.area;
  h = (h ^ (h >> 33)) * 0xff51afd7ed558ccdULL;
  h = (h ^ (h >> 33)) * 0xc4ceb9fe1a85ec53ULL;
  return h ^ (h >> 33);
}

} // namespace

std::size_t CellIndex::place(const CellKey& key) {
  if (last_ < keys_.size() && keys_[last_] == key) return last_;
  if (2 * (keys_.size() + 1) > slots_.size()) grow();
  std::uint32_t& slot = slots_[slot_of(key)];
  if (slot == 0) {
    keys_.push_back(key);
    slot = static_cast<std::uint32_t>(keys_.size());
  }
  last_ = slot - 1;
  return last_;
}

std::size_t CellIndex::slot_of(const CellKey& key) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash(key) & mask;
  while (slots_[slot] != 0 && !(keys_[slots_[slot] - 1] == key))
    slot = (slot + 1) & mask;
  return slot;
}

void CellIndex::grow() {
  slots_.assign(slots_.empty() ? 64 : 2 * slots_.size(), 0);
  for (std::size_t i = 0; i < keys_.size(); ++i)
    slots_[slot_of(keys_[i])] = static_cast<std::uint32_t>(i + 1);
}

} // namespace joinedup
