// Sums that do not depend on the order or grouping of their terms (RULINGS R23).
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

namespace joinedup {

class Pack;

/// A 192-bit fixed-point accumulator: whole multiples of 2^-96 from -2^95 up to 2^95. A term is rounded once, to the
/// nearest multiple (which changes nothing in a term of 2^-44 or more), then added exactly, so add and merge are
/// associative and commutative. Leaving the range, or a term that is no finite number, is remembered: value() is NaN.
class ExactSum {
public:
  void add(double term) {
    const auto bits = std::bit_cast<std::uint64_t>(term);
    const int shift = static_cast<int>((bits >> 52) & 0x7ff) - unit_exponent;
    if (static_cast<unsigned>(shift) > widest_shift) [[unlikely]] { // tiny, zero, huge or not finite
      if (term != 0) add_times(term, 1);
      return;
    }
    const auto sign = static_cast<std::int64_t>(bits) >> 63; // 0 or -1
    const auto mantissa = static_cast<std::int64_t>((bits & 0xfffffffffffffULL) | 0x10000000000000ULL);
    add_wide(static_cast<Wide>((mantissa ^ sign) - sign) << shift, sign);
  }

  /// The same as adding `term` `count` times.
  void add(double term, std::uint64_t count) {
    if (count == 1) {
      add(term);
    } else {
      add_times(term, count);
    }
  }

  void merge(const ExactSum& other) {
    const UnsignedWide sum = low_ + other.low_;
    const std::int64_t carry = sum < low_ ? 1 : 0;
    low_ = sum;
    step_high(other.high_);
    step_high(carry);
    broken_ = broken_ || other.broken_;
  }

  /// Takes away what was merged or would have been: exact, like merge.
  void subtract(const ExactSum& other) {
    ExactSum negative = other;
    negative.low_ = ~other.low_ + 1;
    negative.high_ = static_cast<std::int64_t>(~static_cast<std::uint64_t>(other.high_) + (negative.low_ == 0 ? 1 : 0));
    merge(negative);
  }

  static constexpr std::size_t packed_bytes = 25;
  /// Three limbs of 64 bits, the lowest first, and whether it is overflowed().
  void pack(Pack& pack);
  double value() const; ///< rounded once, to the nearest double, ties to even
  bool overflowed() const { return broken_; }

  friend bool operator==(const ExactSum&, const ExactSum&) = default;

private:
  __extension__ using Wide = __int128;
  __extension__ using UnsignedWide = unsigned __int128;

  static constexpr int unit_exponent = 1075 - 96; ///< biased exponent of a double whose last bit is worth 2^-96
  static constexpr unsigned widest_shift = 74;    ///< 53 bits moved up so far still fit 128 bits with their sign

  void add_wide(Wide term, std::int64_t sign) {
    const UnsignedWide sum = low_ + static_cast<UnsignedWide>(term);
    const std::int64_t carry = sum < low_ ? 1 : 0;
    low_ = sum;
    step_high(sign + carry);
  }

  void step_high(std::int64_t step) {
    if (__builtin_add_overflow(high_, step, &high_)) [[unlikely]]
      broken_ = true;
  }

  void add_times(double term, std::uint64_t count);

  UnsignedWide low_ = 0;  ///< the lower two limbs, in units of 2^-96
  std::int64_t high_ = 0; ///< the upper limb, with the sign
  bool broken_ = false;
};

} // namespace joinedup
