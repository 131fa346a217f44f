// How the items of one instrument go together, gathered in one pass: to find an item that runs the other way.
#pragma once

#include <joinedup/instrument.hpp>
#include <joinedup/responses.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace joinedup {

/// Sums over the records that answered both of two items. Whole numbers, so that the order of blocks changes nothing.
struct PairSums {
  std::int64_t n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
  /// Pearson's correlation; none when an item does not vary.
  std::optional<double> correlation() const;
};

class ItemPairs {
public:
  ItemPairs() = default;
  /// Items with as many codes as most items have take part; a scale of another kind beside them does not.
  explicit ItemPairs(const Instrument& instrument);
  void see(const AnswerBlock& answers, const std::vector<DropReason>& drop);
  void merge(const ItemPairs& other);
  /// Numbers of items that go against the others: their mean correlation with the rest is below -0.15 while the rest
  /// go together (mean above 0.15), over at least 30 records a pair. Steps of the definition that reverse an item are
  /// allowed for.
  std::vector<std::size_t> against_the_rest() const;

private:
  std::optional<double> mean_correlation(std::size_t item, const std::vector<bool>& left_out) const;

  std::vector<std::size_t> items_; ///< numbers in the instrument
  std::vector<int> signs_;         ///< -1: the definition reverses it
  std::vector<PairSums> sums_;     ///< [i * items + j], i < j
};

} // namespace joinedup
