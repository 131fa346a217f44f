// Figures by groups of respondents: the values of a further column, such as an age band or a fifth of deprivation.
#pragma once

#include "estimate/indicator_sums.hpp"
#include "exports/dictionary.hpp"
#include "index/frame.hpp"
#include "pipeline/kept_places.hpp"

#include <joinedup/diagnostics.hpp>
#include <joinedup/responses.hpp>
#include <joinedup/results.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace joinedup {

/// Sums by group, one a column: what a thread gathers.
struct BreakdownSums {
  std::vector<IndicatorSums> columns;
  void merge(const BreakdownSums& other);
};

/// A block's groups and where they are added: [column][record].
struct BlockGroups {
  BreakdownSums* sums = nullptr;
  std::vector<std::vector<std::uint32_t>> group;
};

class Breakdowns {
public:
  /// More values than this are no groups: the column holds names, ids or comments.
  static constexpr std::size_t most_groups = 50;

  explicit Breakdowns(const std::vector<Breakdown>& columns);

  std::size_t columns() const { return columns_.size(); }
  Dictionary& values(std::size_t column) { return *values_[column]; }
  bool any() const { return !columns_.empty(); }
  BreakdownSums empty_sums(const SumsDesign& design) const;
  /// The columns' places among RecordBlock::kept; a column that is not there is an error.
  std::vector<std::size_t> places(KeptPlaces& kept, Diagnostics& diagnostics) const;
  /// Safe on all threads.
  BlockGroups groups(const RecordBlock& block, const std::vector<std::size_t>& places, BreakdownSums& sums);
  /// J628: too many values.
  Diagnostics check() const;
  /// Tables of the index by group, and its slope where the groups are in order. Suppressed like areas.
  void add_tables(const BreakdownSums& sums, const IndexFrame& frame, RunResults& results) const;

private:
  std::vector<Breakdown> columns_;
  std::vector<std::unique_ptr<Dictionary>> values_;
};

} // namespace joinedup
