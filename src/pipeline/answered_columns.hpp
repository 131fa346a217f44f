// How people were asked and who answered: respondents of the index counted by area and by the value of a column.
#pragma once

#include "base/pack.hpp"
#include "exports/dictionary.hpp"
#include "model/answered_spec.hpp"
#include "pipeline/kept_places.hpp"

#include <joinedup/diagnostics.hpp>
#include <joinedup/responses.hpp>
#include <joinedup/results.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace joinedup {

/// What a thread gathers: [column], people by area and value, both as numbers of their dictionaries.
struct AnsweredCounts {
  std::vector<std::unordered_map<std::uint64_t, std::uint64_t>> columns;
  void add(std::size_t column, std::uint32_t area, std::uint32_t value, std::uint64_t people);
  void merge(const AnsweredCounts& other);
  /// What is read comes to empty counts. `areas`, `values`: as PackedNumbers; `values` by column.
  void pack(Pack& pack, const std::vector<std::uint32_t>& areas, const std::vector<std::vector<std::uint32_t>>& values);
};

/// A block's values and where its respondents are counted: [column][record].
struct BlockAnswered {
  AnsweredCounts* counts = nullptr;
  std::vector<std::vector<std::uint32_t>> values;
};

class AnsweredColumns {
public:
  explicit AnsweredColumns(const AnsweredSpec& study);

  std::size_t columns() const { return columns_.size(); }
  Dictionary& values(std::size_t column) { return *columns_[column].values; }
  AnsweredCounts empty_counts() const;
  /// The columns' places among RecordBlock::kept; a column that is not there is an error.
  std::vector<std::size_t> places(KeptPlaces& kept, Diagnostics& diagnostics) const;
  /// Safe on all threads.
  BlockAnswered values(const RecordBlock& block, const std::vector<std::size_t>& places, AnsweredCounts& counts);
  /// J628: too many values.
  Diagnostics check() const;
  void add_tables(const AnsweredCounts& counts, const std::function<std::string(std::uint32_t)>& code_of,
                  RunResults& results) const;

private:
  struct Column {
    std::string id; ///< mode or role
    Breakdown spec;
    std::unique_ptr<Dictionary> values;
  };
  std::vector<Column> columns_;
};

} // namespace joinedup
