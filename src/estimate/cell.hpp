// The exact sums of one (stratum, cluster, area), and the numbers that come out of them (RULINGS R24).
#pragma once

#include "base/exact_sum.hpp"
#include "estimate/cell_figures.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace joinedup {

class Pack;

/// Which sums a cell has. Pairs are those of the index indicators; `pairs` is false in designs with clusters, whose
/// variances come from sums per PSU instead.
class CellLayout {
public:
  CellLayout(std::size_t indicators, std::size_t index_indicators, bool squares);

  std::size_t indicators() const { return indicators_; }
  std::size_t index_indicators() const { return index_indicators_; }
  bool squares() const { return squares_; }
  std::size_t pairs() const { return squares_ ? index_indicators_ * (index_indicators_ - 1) / 2 : 0; }
  /// Number of the pair i < k among the pairs.
  std::size_t pair(std::size_t i, std::size_t k) const { return i * (2 * index_indicators_ - i - 1) / 2 + (k - i - 1); }

private:
  std::size_t indicators_, index_indicators_;
  bool squares_;
};

/// Sums over the respondents who have a score: of one indicator, of its weights, their squares and weighted scores.
struct LinearSums {
  std::uint64_t n = 0;
  ExactSum w, w2, wy, wy2;
};

/// Sums over the respondents who have both scores of a pair; in the diagonal a and b are the same score.
struct SquareSums {
  ExactSum w2, w2a, w2b, w2ab;
};

/// Sums of records of any weight, in the form that is quick to add to. Records of weight 1 are kept apart, as their
/// weights are counts and their squared weights change nothing. Sums of weights are kept over all records and over
/// those who lack a score, and sums of a pair over those who have one score without the other: most records lack
/// nothing.
class Cell {
public:
  /// `y`: centred scores, NaN = none.
  void add(const CellLayout& layout, double weight, std::uint64_t count, std::span<const double> y);
  void merge(const Cell& other);
  void pack(const CellLayout& layout, Pack& pack);

  std::uint64_t rows() const { return rows_; }                   ///< sampled, whatever their weight and answers
  std::uint64_t weighted_rows() const { return weighted_rows_; } ///< with weight above 0
  std::uint64_t n_index() const { return n_index_; }             ///< of those, with a usable index indicator
  LinearSums linear(const CellLayout& layout, std::size_t indicator) const;
  /// i <= k: a is the score of i, b that of k. Only with `squares`; i < k only among index indicators.
  SquareSums square(const CellLayout& layout, std::size_t i, std::size_t k) const;

  /// Its sums, each rounded once. Only with `squares`, and so for of_figures().
  CellFigures figures(const CellLayout& layout) const;
  /// A cell with these sums; `figures` has all of the layout's measures and pairs.
  static Cell of_figures(const CellLayout& layout, const CellFigures& figures);

private:
  void add_unit(const CellLayout& layout, std::uint64_t count, std::span<const double> y);
  void add_weighted(const CellLayout& layout, double weight, std::uint64_t count, std::span<const double> y);
  void unit_square(const CellLayout& layout, std::size_t i, std::size_t k, SquareSums& out) const;
  void weighted_square(const CellLayout& layout, std::size_t i, std::size_t k, SquareSums& out) const;

  std::uint64_t rows_ = 0, weighted_rows_ = 0, n_index_ = 0;
  std::vector<std::uint64_t> n_;      ///< per indicator: all records
  std::vector<std::uint64_t> unit_n_; ///< weight 1: per indicator n; per pair those with a alone
  std::vector<ExactSum> unit_;        ///< weight 1: per indicator y, y2; per pair ab, a of a alone, b of b alone
  std::vector<ExactSum> weighted_;    ///< other weights: laid out as the body says
};

} // namespace joinedup
