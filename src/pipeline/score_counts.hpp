// How many people have which score: exact counts and weights by bin, of all areas together.
#pragma once

#include "base/exact_sum.hpp"
#include "pipeline/score_bins.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace joinedup {

class Pack;

/// What a thread gathers. Merging is exact, so how the work was cut does not show; memory grows with bins alone.
class ScoreCounts {
public:
  struct Cell {
    std::uint64_t people = 0;
    ExactSum weight;
  };

  /// `bins`: by indicator.
  explicit ScoreCounts(std::span<const ScoreBins> bins);
  /// `scores`: by indicator, NaN where there is none. Weights of 0 count nobody, as in IndicatorSums.
  void add(std::span<const ScoreBins> bins, double weight, std::uint64_t count, std::span<const double> scores);
  void merge(const ScoreCounts& other);
  /// What is read comes to empty counts of the same bins.
  void pack(Pack& pack);

  std::span<const Cell> of(std::size_t indicator) const { return cells_[indicator]; }

private:
  std::vector<std::vector<Cell>> cells_;
};

} // namespace joinedup
