// How often each of many like cells is drawn, with replacement: a byte of random bits a cell, not a word a draw.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace joinedup {

/// `draws` among `cells`, each as likely. Counts of a Poisson distribution are multinomial given their sum (Feller
/// 1968, An Introduction to Probability Theory, vol. 1, VI.10), so the cells get such counts, of a mean a little below
/// draws / cells, and what their sum lacks is drawn one by one; a sum above `draws` is a start anew. Few cells are
/// drawn from one by one.
class EvenMultinomial {
public:
  /// Draws are no more than cells, so that a count fits into a byte.
  EvenMultinomial(std::size_t cells, std::size_t draws);

  std::size_t cells() const { return cells_; }

  /// One set of counts, which follows from (seed, stream, index) alone. `counts`: of all cells.
  void draw(std::uint64_t seed, std::uint32_t stream, std::uint64_t index, std::span<std::uint8_t> counts) const;

private:
  bool by_poisson() const { return !up_to_.empty(); }
  std::uint64_t poisson_counts(std::uint64_t seed, std::uint32_t stream, std::uint64_t index, std::uint64_t attempt,
                               std::span<std::uint8_t> counts) const;

  std::size_t cells_, draws_;
  std::vector<std::uint64_t> up_to_; ///< [count]: its Poisson distribution function x 2^53
  std::vector<std::uint8_t> tops_;   ///< the different top bytes in up_to_, ascending
  std::vector<std::uint8_t> first_;  ///< [one of tops_]: the first count that has it
};

} // namespace joinedup
