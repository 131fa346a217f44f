// Records that an earlier one of the run repeats, in input order, whatever the threads.
#pragma once

#include "exports/block_reader.hpp"
#include "exports/record_memory.hpp"

#include <joinedup/diagnostics.hpp>

#include <atomic>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace joinedup {

/// How many records of a file repeat an earlier one.
struct Repeats {
  std::uint64_t records = 0, first = 0; ///< first: its number in the file, from 1
  std::uint64_t of_earlier_files = 0;   ///< of those
  void count(RecordMemory::Met met, std::uint64_t record);
};

/// J264, a warning, or a note where they are `dropped`; nothing where no record is repeated. `by_name`: by an id, else
/// by all that was answered.
Diagnostics say_repeats(const Repeats& repeats, const std::string& file, bool by_name, bool dropped);

/// Keeps 64 bits of each record: two records that differ are taken for one with a chance of n^2 / 2^64, 5 in 10^6 for
/// ten million. Where repeats are only warned about it looks at the first hundred thousand records of a file, so its
/// memory is bound; to drop them it needs up to 20 bytes a record. The plan's memory goes on from file to file.
class RepeatedRecords {
public:
  static constexpr std::size_t most_watched = 100000;

  explicit RepeatedRecords(const ReadingPlan& plan);
  bool drops() const { return plan_.drop_repeated && plan_.identity.has_value(); }
  /// Whether a block that is read now still needs names: false only when they would be looked at no more. Any thread.
  bool wants_names() const { return drops() || rows_ < most_watched; }
  /// The next block in input order: drops its repeated records, or counts them.
  void look(BlockScratch& scratch);
  Diagnostics said(const std::string& file) const;
  std::vector<std::uint64_t> take_names() { return std::move(names_); } ///< with ReadingPlan::keep_names

private:
  const ReadingPlan& plan_;
  RecordMemory own_; ///< where the plan has none
  RecordMemory& memory_;
  std::atomic<std::uint64_t> rows_ = 0; ///< looked at
  Repeats repeats_;
  std::vector<std::uint64_t> names_;
};

} // namespace joinedup
