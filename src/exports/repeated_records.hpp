// Records that an earlier one of the run repeats, in input order, whatever the threads.
#pragma once

#include "exports/block_reader.hpp"
#include "exports/record_memory.hpp"

#include <joinedup/diagnostics.hpp>

#include <atomic>
#include <cstdint>
#include <string>

namespace joinedup {

/// Keeps 64 bits of each record: two records that differ are taken for one with a chance of n^2 / 2^65, 3 in 10^6 for
/// ten million. Where repeats are only warned about it looks at the first hundred thousand records of a file, so its
/// memory is bound; to drop them it needs up to 32 bytes a record. The plan's memory goes on from file to file.
class RepeatedRecords {
public:
  static constexpr std::size_t most_watched = 100000;

  explicit RepeatedRecords(const ReadingPlan& plan);
  bool drops() const { return plan_.drop_repeated && plan_.identity.has_value(); }
  /// Whether a block that is read now still needs names: false only when they would be looked at no more. Any thread.
  bool wants_names() const { return drops() || rows_ < most_watched; }
  /// The next block in input order: drops its repeated records, or counts them.
  void look(BlockScratch& scratch);
  /// J264, a warning or a note; nothing where no record is repeated.
  Diagnostics said(const std::string& file) const;

private:
  const ReadingPlan& plan_;
  RecordMemory own_; ///< where the plan has none
  RecordMemory& memory_;
  std::atomic<std::uint64_t> rows_ = 0; ///< looked at
  std::uint64_t repeated_ = 0, first_ = 0, of_earlier_files_ = 0;
};

} // namespace joinedup
