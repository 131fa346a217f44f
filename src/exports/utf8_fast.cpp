// Validates UTF-8 32 bytes at a time: each byte and the one before it are looked up by their halves in three tables of
// faults, and a fault is what all three tables name (Keiser and Lemire 2020, doi:10.1002/spe.2940).
#include "exports/utf8.hpp"

#include "base/modern_processor.hpp"

#include <array>
#include <cstring>

#ifdef JOINEDUP_MODERN_PROCESSOR
#include <immintrin.h>
#endif

namespace joinedup {

#ifdef JOINEDUP_MODERN_PROCESSOR
namespace {

// Faults of two bytes in a row, a bit each.
constexpr int too_short = 1, too_long = 2, overlong_3 = 4, too_large = 8, surrogate = 16, overlong_2 = 32;
constexpr int too_large_1000 = 64, overlong_4 = 64, two_continuations = 128;
constexpr int carry = too_short | too_long | two_continuations; // whatever the lower half of the first byte is

using Table = std::array<std::uint8_t, 16>;

constexpr Table by_first_high = [] {
  Table out{};
  for (std::size_t half = 0; half < 16; ++half)
    out[half] = half < 8 ? too_long : two_continuations;
  out[0xC] = too_short | overlong_2;
  out[0xD] = too_short;
  out[0xE] = too_short | overlong_3 | surrogate;
  out[0xF] = too_short | too_large | too_large_1000 | overlong_4;
  return out;
}();

constexpr Table by_first_low = [] {
  Table out{};
  for (std::size_t half = 0; half < 16; ++half)
    out[half] = static_cast<std::uint8_t>(carry | (half >= 4 ? too_large : 0) | (half >= 5 ? too_large_1000 : 0));
  out[0x0] = carry | overlong_2 | overlong_3 | overlong_4;
  out[0x1] = carry | overlong_2;
  out[0xD] = carry | too_large | too_large_1000 | surrogate;
  return out;
}();

constexpr Table by_second_high = [] {
  Table out{};
  out.fill(too_short);
  out[0x8] = too_long | overlong_2 | two_continuations | overlong_3 | too_large_1000 | overlong_4;
  out[0x9] = too_long | overlong_2 | two_continuations | overlong_3 | too_large;
  out[0xA] = out[0xB] = too_long | overlong_2 | two_continuations | surrogate | too_large;
  return out;
}();

JOINEDUP_MODERN_PROCESSOR __m256i twice(const Table& table) {
  return _mm256_broadcastsi128_si256(_mm_loadu_si128(reinterpret_cast<const __m128i*>(table.data())));
}

/// `now` moved on by `by` bytes, with the last ones of `before` in front.
template <int by> JOINEDUP_MODERN_PROCESSOR __m256i bytes_before(__m256i now, __m256i before) {
  return _mm256_alignr_epi8(now, _mm256_permute2x128_si256(before, now, 0x21), 16 - by);
}

struct Lookups {
  __m256i first_high, first_low, second_high;
};

JOINEDUP_MODERN_PROCESSOR __m256i low_half(__m256i bytes) { return _mm256_and_si256(bytes, _mm256_set1_epi8(0x0F)); }
JOINEDUP_MODERN_PROCESSOR __m256i high_half(__m256i bytes) { return low_half(_mm256_srli_epi16(bytes, 4)); }

/// Bits of faults in `now`, a NUL among them.
JOINEDUP_MODERN_PROCESSOR __m256i faults(__m256i now, __m256i before, const Lookups& by) {
  const __m256i one = bytes_before<1>(now, before);
  const __m256i of_two = _mm256_and_si256(_mm256_and_si256(_mm256_shuffle_epi8(by.first_high, high_half(one)),
                                                           _mm256_shuffle_epi8(by.first_low, low_half(one))),
                                          _mm256_shuffle_epi8(by.second_high, high_half(now)));
  // The third and fourth byte of a sequence must be continuations, and two in a row are a fault nowhere else.
  const __m256i third = _mm256_subs_epu8(bytes_before<2>(now, before), _mm256_set1_epi8(0xE0 - 0x80));
  const __m256i fourth = _mm256_subs_epu8(bytes_before<3>(now, before), _mm256_set1_epi8(0xF0 - 0x80));
  const __m256i must = _mm256_and_si256(_mm256_or_si256(third, fourth), _mm256_set1_epi8(static_cast<char>(0x80)));
  const __m256i nul = _mm256_cmpeq_epi8(now, _mm256_setzero_si256());
  return _mm256_or_si256(_mm256_xor_si256(must, of_two), nul);
}

JOINEDUP_MODERN_PROCESSOR bool is_well_formed_modern(std::string_view text) {
  const Lookups by{twice(by_first_high), twice(by_first_low), twice(by_second_high)};
  __m256i before = _mm256_setzero_si256(), wrong = before;
  std::size_t at = 0;
  for (; text.size() - at >= 32; at += 32) {
    const __m256i now = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text.data() + at));
    wrong = _mm256_or_si256(wrong, faults(now, before, by));
    before = now;
  }
  // At least one space follows the rest, so that a sequence cut off at the end is too short.
  std::array<char, 32> rest;
  rest.fill(' ');
  std::memcpy(rest.data(), text.data() + at, text.size() - at);
  const __m256i now = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(rest.data()));
  wrong = _mm256_or_si256(wrong, faults(now, before, by));
  return _mm256_testz_si256(wrong, wrong) != 0;
}

} // namespace

bool is_well_formed(std::string_view text) {
  static const bool modern = modern_processor();
  return modern ? is_well_formed_modern(text) : first_bad_byte(text) == std::string_view::npos;
}
#else
bool is_well_formed(std::string_view text) { return first_bad_byte(text) == std::string_view::npos; }
#endif

} // namespace joinedup
