// Random numbers that depend only on (seed, stream, index): Philox4x32-10 of Random123 (Salmon et al., SC 2011,
// doi 10.1145/2063384.2063405), the index as counter and the seed as key. Whole numbers only.
#pragma once

#include <Random123/philox.h>

#include <cstddef>
#include <cstdint>

namespace joinedup {

/// What a sequence of draws is for; each stream of an index is independent of the others.
enum class Stream : std::uint32_t { person, answers, comment, area, practice };

class Draws {
public:
  Draws(std::uint64_t seed, Stream stream, std::uint64_t index)
      : counter_{{low(index), high(index), 0, static_cast<std::uint32_t>(stream)}}, key_{{low(seed), high(seed)}} {}

  std::uint32_t word() {
    if (used_ == block_.size()) {
      block_ = r123::Philox4x32()(counter_, key_);
      ++counter_[2];
      used_ = 0;
    }
    return block_[used_++];
  }

  /// 0 to n - 1; uneven by less than n in 2^32.
  std::uint32_t below(std::uint32_t n) { return high(static_cast<std::uint64_t>(word()) * n); }
  std::size_t pick(std::size_t n) { return below(static_cast<std::uint32_t>(n)); }
  /// True in `rate` of 10,000 cases.
  bool happens(int rate) { return static_cast<int>(below(10000)) < rate; }
  /// A sum of four bytes, scaled to mean 0 and a standard deviation of 1000: near normal, within +-3446.
  int bell() { return (bytes(word()) - 510) * 1000 / 148; }
  /// The same from eight bytes: nearer to normal, within +-4881.
  int wide_bell() {
    const int first = bytes(word());
    return (first + bytes(word()) - 1020) * 1000 / 209;
  }

private:
  static constexpr std::uint32_t low(std::uint64_t v) { return static_cast<std::uint32_t>(v); }
  static constexpr std::uint32_t high(std::uint64_t v) { return static_cast<std::uint32_t>(v >> 32); }
  static constexpr int bytes(std::uint32_t w) {
    return static_cast<int>((w & 255) + (w >> 8 & 255) + (w >> 16 & 255) + (w >> 24));
  }

  r123::Philox4x32::ctr_type counter_;
  r123::Philox4x32::key_type key_;
  r123::Philox4x32::ctr_type block_{};
  std::size_t used_ = 4;
};

} // namespace joinedup
