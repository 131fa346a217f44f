#include "stats/even_multinomial.hpp"

#include "stats/counted_bits.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>

namespace joinedup {

namespace {

constexpr std::size_t few_cells = 256;
using Chunk = std::array<std::uint8_t, 1024>;
constexpr std::uint8_t unclear = 0x80;     // flags the place of a top byte in place of a count
constexpr double whole = 9007199254740992; // 2^53: bits of a double
constexpr unsigned below_top = 45;
/// Of a mean up to 1, less than 1/256 is above a count of 5: no more than seven top bytes, and none but the last twice.
constexpr std::size_t most_marks = 7;
/// Standard deviations between the mean of the sum and `draws`: one sum in 700 lies above and starts anew.
constexpr double margin = 3;

using Philox = r123::Philox4x64;

/// Words in order from (seed, stream, index); `part` and `attempt` give other words.
class Words {
public:
  Words(std::uint64_t seed, std::uint32_t stream, std::uint64_t index, std::uint64_t part, std::uint64_t attempt)
      : counter_{{0, index, attempt, part}}, key_{{seed, stream}} {}
  Philox::ctr_type four() {
    const Philox::ctr_type out = Philox()(counter_, key_);
    ++counter_[0];
    return out;
  }
  std::uint64_t one() {
    if (used_ == block_.size()) {
      block_ = four();
      used_ = 0;
    }
    return block_[used_++];
  }

private:
  Philox::ctr_type counter_;
  Philox::key_type key_;
  Philox::ctr_type block_{};
  std::size_t used_ = 4;
};

} // namespace

EvenMultinomial::EvenMultinomial(std::size_t cells, std::size_t draws) : cells_(cells), draws_(draws) {
  if (cells <= few_cells) return;
  const auto n = static_cast<double>(draws);
  const double mean = std::max(0.0, n - margin * std::sqrt(n)) / static_cast<double>(cells);
  double term = std::exp(-mean), sum = 0;
  for (double j = 0; sum < whole && std::round(term * whole) > 0; term *= mean / ++j) {
    sum = std::min(whole, sum + std::round(term * whole));
    up_to_.push_back(static_cast<std::uint64_t>(sum));
  }
  up_to_.back() = static_cast<std::uint64_t>(whole); // what is above has no place among 2^53
  for (std::size_t count = 0; count < up_to_.size(); ++count) {
    const auto top = static_cast<std::uint8_t>((up_to_[count] - 1) >> below_top);
    if (!tops_.empty() && top == tops_.back()) continue;
    tops_.push_back(top);
    first_.push_back(static_cast<std::uint8_t>(count));
  }
}

using Bytes [[gnu::vector_size(16)]] = std::uint8_t;

/// Counts of `tops`, and flags where they do not decide: how many of `marks` lie below is the place of the count.
void count_tops(const Chunk& tops, std::span<const std::uint8_t> marks, Chunk& counts) {
  std::array<Bytes, most_marks> mark{};
  for (std::size_t m = 0; m < marks.size(); ++m)
    mark[m] += marks[m];
  for (std::size_t i = 0; i < tops.size(); i += sizeof(Bytes)) {
    Bytes top, count{}, flag{};
    std::memcpy(&top, tops.data() + i, sizeof top);
    for (std::size_t m = 0; m < marks.size(); ++m) {
      count -= reinterpret_cast<Bytes>(top > mark[m]); // true is -1
      flag |= reinterpret_cast<Bytes>(top == mark[m]);
    }
    count |= flag & unclear;
    std::memcpy(counts.data() + i, &count, sizeof count);
  }
}

/// A bit for each of 64 counts that is flagged.
std::uint64_t flagged(const std::uint8_t* counts) {
  std::uint64_t out = 0;
  for (unsigned word = 0; word < 8; ++word) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, counts + 8 * word, 8);
    out |= ((eight >> 7U & 0x0101010101010101) * 0x0102040810204080) >> 56U << (8 * word);
  }
  return out;
}

/// The sum of the counts. Step by step over some hundreds of cells: each step is a plain loop.
std::uint64_t EvenMultinomial::poisson_counts(std::uint64_t seed, std::uint32_t stream, std::uint64_t index,
                                              std::uint64_t attempt, std::span<std::uint8_t> out) const {
  Words words(seed, stream, index, 0, attempt), below(seed, stream, index, 1, attempt);
  Chunk tops{}, counts;
  std::uint64_t sum = 0;
  for (std::size_t at = 0; at < out.size(); at += tops.size()) {
    const std::size_t here = std::min(tops.size(), out.size() - at);
    for (std::size_t i = 0; i < here; i += sizeof(Philox::ctr_type)) {
      const Philox::ctr_type four = words.four();
      std::memcpy(tops.data() + i, four.data(), sizeof four);
    }
    count_tops(tops, tops_, counts);
    for (std::size_t i = 0; i < here; i += 64)
      for (std::uint64_t flags = flagged(counts.data() + i); flags != 0; flags &= flags - 1) {
        std::uint8_t& count = counts[i + static_cast<std::size_t>(std::countr_zero(flags))];
        const std::size_t mark = count & 0x7fU;
        const std::uint64_t bits = (std::uint64_t{tops_[mark]} << below_top) | (below.one() >> (64 - below_top));
        count = first_[mark];
        while (bits >= up_to_[count])
          ++count;
      }
    std::memcpy(out.data() + at, counts.data(), here);
    for (std::size_t i = 0; i < here; ++i)
      sum += counts[i];
  }
  return sum;
}

void EvenMultinomial::draw(std::uint64_t seed, std::uint32_t stream, std::uint64_t index,
                           std::span<std::uint8_t> counts) const {
  if (!by_poisson()) {
    std::ranges::fill(counts, std::uint8_t{0});
    CountedBits bits(seed, stream, index);
    for (std::size_t draw = 0; draw < draws_; ++draw)
      ++counts[bits.below(cells_)];
    return;
  }
  std::uint64_t attempt = 0, sum = poisson_counts(seed, stream, index, attempt, counts);
  while (sum > draws_)
    sum = poisson_counts(seed, stream, index, ++attempt, counts);
  Words single(seed, stream, index, 2, attempt);
  for (; sum < draws_; ++sum)
    ++counts[static_cast<std::size_t>(((single.one() >> 32U) * cells_) >> 32U)];
}

} // namespace joinedup
