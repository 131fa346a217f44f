// Every record once: how far it was scored, and why not.
#pragma once

#include <joinedup/results.hpp>
#include <joinedup/score.hpp>

#include <array>
#include <cstdint>

namespace joinedup {

class Pack;

/// Gathers the statuses of one record's scores, then counts the record. Merging is exact.
class RecordTally {
public:
  void see(ScoreStatus status) { ++seen_[static_cast<std::size_t>(status)]; }
  /// Counts `count` records with the statuses seen since the last call, and forgets them.
  void finish(std::uint64_t count);
  void merge(const RecordTally& other);
  void pack(Pack& pack);
  /// Adds what was counted to a reconciliation.
  void add_to(Reconciliation& reconciliation) const;

private:
  std::array<std::uint32_t, 6> seen_{};
  std::uint64_t full_ = 0, part_ = 0, prorated_ = 0, invalid_ = 0, not_applicable_ = 0, missing_ = 0, unsupported_ = 0;
};

} // namespace joinedup
