// What is kept of the answers to one scale in one area: counts, and sums of whole numbers, so that adding up in any
// order gives the same bits. Memory does not grow with the number of records.
#pragma once

#include "base/exact_sum.hpp"

#include <joinedup/responses.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace joinedup {

/// Values of items are kept as whole multiples of 1/unit: 1 where all items are whole numbers; else 2520, in which
/// means of up to ten whole numbers are exact and others are rounded.
inline constexpr std::int32_t fine_unit = 2520;

struct ScaleShape {
  std::size_t items = 0;
  std::int32_t unit = 1;
  std::vector<std::int32_t> low, high;  ///< ends of each item, in units
  double score_low = 0, score_high = 0; ///< of the score; NaN = not known
};

/// Why an item lacks: the reasons of AnswerCode in their order.
inline constexpr std::size_t lack_reasons = 8;
std::size_t lack_reason(AnswerCode code);        ///< of a code without value
std::string_view lack_words(std::size_t reason); ///< missing, not_shown, unanswered, ..., invalid, catch_all

/// One item of a record.
struct ItemAnswer {
  static constexpr std::int32_t none = INT32_MIN;
  std::int32_t value = none;         ///< in units
  AnswerCode code = answer::missing; ///< as answered; answer::missing for derived items, which have none
  std::uint8_t lack = 0;             ///< where there is no value
};

struct ItemSums {
  std::uint64_t answered = 0, at_low = 0, at_high = 0;
  std::int64_t sum = 0, squares = 0; ///< in units
  std::array<std::uint64_t, lack_reasons> lacks{};
};

class ScaleSums {
public:
  ScaleSums() = default;
  explicit ScaleSums(const ScaleShape& shape);

  /// A record that takes part, `count` times. `answers`: one an item. `score`: NaN = none.
  void add(const ScaleShape& shape, const ItemAnswer* answers, double score, std::uint64_t count);
  void merge(const ScaleSums& other);

  std::uint64_t records = 0, respondents = 0; ///< respondents: with one item answered or more
  std::uint64_t complete = 0;                 ///< with all items answered
  std::uint64_t straight = 0;                 ///< complete, with one and the same code in every item that is asked
  std::uint64_t scored = 0, at_low = 0, at_high = 0;
  ExactSum score_sum, score_squares;
  std::vector<ItemSums> items;     ///< of respondents
  std::vector<std::int64_t> sums;  ///< per item, of complete records, in units
  std::vector<std::int64_t> cross; ///< products of items i >= j at i (i + 1) / 2 + j, of complete records

private:
  void add_complete(const ItemAnswer* answers, std::uint64_t count);
};

/// Covariances of the items over complete records, in the items' own numbers, row by row; n - 1 below the line. Empty
/// with fewer than two.
std::vector<double> covariances(const ScaleSums& sums, const ScaleShape& shape);

} // namespace joinedup
