#include "base/exact_sum.hpp"

#include "base/pack.hpp"

#include <array>
#include <cmath>
#include <limits>

namespace joinedup {

namespace {

/// `mantissa` / 2^shift to the nearest whole number, ties to even.
std::uint64_t shifted_down(std::uint64_t mantissa, int shift) {
  if (shift > 54) return 0;
  const std::uint64_t half = std::uint64_t{1} << (shift - 1);
  const std::uint64_t rest = mantissa & (2 * half - 1);
  const std::uint64_t whole = mantissa >> shift;
  const bool up = rest > half || (rest == half && (whole & 1) != 0);
  return whole + (up ? 1 : 0);
}

} // namespace

void ExactSum::add_times(double term, std::uint64_t count) {
  if (!std::isfinite(term)) broken_ = true;
  if (!std::isfinite(term) || term == 0 || count == 0) return;
  int exponent = 0;
  const double fraction = std::frexp(std::fabs(term), &exponent);
  auto mantissa = static_cast<std::uint64_t>(std::ldexp(fraction, 53));
  int shift = exponent - 53 + 96; // what the last bit of the mantissa is worth, in units of 2^-96
  if (shift < 0) {
    mantissa = shifted_down(mantissa, -shift);
    shift = 0;
  }
  const UnsignedWide product = static_cast<UnsignedWide>(mantissa) * count;
  if (product == 0) return;
  // The product moved up by `shift` must stay below 2^191.
  const auto top = static_cast<std::uint64_t>(product >> 64);
  const int width =
      128 - (top != 0 ? std::countl_zero(top) : 64 + std::countl_zero(static_cast<std::uint64_t>(product)));
  if (width + shift > 191) {
    broken_ = true;
    return;
  }
  ExactSum part;
  part.low_ = shift < 128 ? product << shift : 0;
  const UnsignedWide above = shift == 0 ? 0 : shift < 128 ? product >> (128 - shift) : product << (shift - 128);
  part.high_ = static_cast<std::int64_t>(static_cast<std::uint64_t>(above));
  if (term < 0) {
    part.low_ = ~part.low_ + 1;
    part.high_ = static_cast<std::int64_t>(~static_cast<std::uint64_t>(part.high_) + (part.low_ == 0 ? 1 : 0));
  }
  merge(part);
}

void ExactSum::pack(Pack& pack) {
  auto lowest = static_cast<std::uint64_t>(low_), middle = static_cast<std::uint64_t>(low_ >> 64),
       highest = static_cast<std::uint64_t>(high_);
  pack.flag(broken_);
  pack.word(lowest);
  pack.word(middle);
  pack.word(highest);
  low_ = static_cast<UnsignedWide>(middle) << 64 | lowest;
  high_ = static_cast<std::int64_t>(highest);
}

double ExactSum::value() const {
  if (broken_) return std::numeric_limits<double>::quiet_NaN();
  const bool negative = high_ < 0;
  UnsignedWide low = low_;
  auto high = static_cast<std::uint64_t>(high_);
  if (negative) {
    low = ~low + 1;
    high = ~high + (low == 0 ? 1 : 0);
  }
  const std::array<std::uint64_t, 3> limbs{static_cast<std::uint64_t>(low), static_cast<std::uint64_t>(low >> 64),
                                           high};
  int limb = 2;
  while (limb >= 0 && limbs[static_cast<std::size_t>(limb)] == 0)
    --limb;
  if (limb < 0) return 0;
  // The top 64 bits, with a last bit that says whether anything is below them: one rounding, to nearest, remains.
  const std::uint64_t first = limbs[static_cast<std::size_t>(limb)];
  const int lead = std::countl_zero(first);
  std::uint64_t next = limb > 0 ? limbs[static_cast<std::size_t>(limb - 1)] : 0;
  const std::uint64_t last = limb > 1 ? limbs[0] : 0;
  std::uint64_t bits = first;
  if (lead > 0) {
    bits = (first << lead) | (next >> (64 - lead));
    next <<= lead;
  }
  if (next != 0 || last != 0) bits |= 1;
  const double magnitude = std::ldexp(static_cast<double>(bits), 64 * limb - lead - 96);
  return negative ? -magnitude : magnitude;
}

} // namespace joinedup
