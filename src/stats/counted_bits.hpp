// Random bits that depend only on (seed, stream, index), so that draws come out the same on any number of threads:
// Philox4x32-10 of Random123 (Salmon et al., SC 2011, doi 10.1145/2063384.2063405), as a source for the distributions
// of Boost.Random.
#pragma once

#include <Random123/philox.h>

#include <cstddef>
#include <cstdint>
#include <limits>

namespace joinedup {

/// A uniform random bit generator of 32-bit words.
class CountedBits {
public:
  using result_type = std::uint32_t;
  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }

  CountedBits(std::uint64_t seed, std::uint32_t stream, std::uint64_t index)
      : counter_{{low(index), high(index), 0, stream}}, key_{{low(seed), high(seed)}} {}

  result_type operator()() {
    if (used_ == block_.size()) {
      block_ = r123::Philox4x32()(counter_, key_);
      ++counter_[2];
      used_ = 0;
    }
    return block_[used_++];
  }

  /// 0 to n - 1; uneven by less than n in 2^32.
  std::size_t below(std::size_t n) {
    return static_cast<std::size_t>((static_cast<std::uint64_t>((*this)()) * n) >> 32U);
  }
  /// In the open interval 0 to 1, on 2^32 places.
  double unit() { return (static_cast<double>((*this)()) + 0.5) / 4294967296.0; }

private:
  static constexpr std::uint32_t low(std::uint64_t v) { return static_cast<std::uint32_t>(v); }
  static constexpr std::uint32_t high(std::uint64_t v) { return static_cast<std::uint32_t>(v >> 32U); }

  r123::Philox4x32::ctr_type counter_;
  r123::Philox4x32::key_type key_;
  r123::Philox4x32::ctr_type block_{};
  std::size_t used_ = 4;
};

} // namespace joinedup
