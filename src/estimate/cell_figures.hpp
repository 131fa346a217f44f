// The sums of a cell as plain numbers, in the form in which people read them.
#pragma once

#include <cstdint>
#include <vector>

namespace joinedup {

/// Scores are centred (SumsDesign::centres). Sums are over the respondents who have the score, or both of a pair.
struct CellFigures {
  struct Measure {
    std::uint64_t n = 0;
    double w = 0, w2 = 0, wy = 0, wy2 = 0, w2y = 0, w2y2 = 0;
    friend bool operator==(const Measure&, const Measure&) = default;
  };
  struct Pair {
    double w2 = 0, w2a = 0, w2b = 0, w2ab = 0;
    friend bool operator==(const Pair&, const Pair&) = default;
  };

  std::uint64_t rows = 0, weighted_rows = 0, n_index = 0; ///< as in Cell
  std::vector<Measure> measures;                          ///< by indicator
  std::vector<Pair> pairs;                                ///< of index indicators, as CellLayout::pair() numbers them
  friend bool operator==(const CellFigures&, const CellFigures&) = default;
};

} // namespace joinedup
