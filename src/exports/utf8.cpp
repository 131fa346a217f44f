#include "exports/utf8.hpp"

#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace joinedup {

namespace {

/// How many bytes from `at` on are ASCII and not NUL, in steps of a register; may stop early.
std::size_t plain_run(const char* at, const char* end) {
  const char* p = at;
#if defined(__SSE2__)
  const __m128i one = _mm_set1_epi8(1);
  const auto load = [](const char* from) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(from)); };
  for (; end - p >= 64; p += 64) {
    const __m128i a = load(p), b = load(p + 16), c = load(p + 32), d = load(p + 48);
    // The least byte minus one has its top bit set for NUL; the union has it set where any byte is above ASCII.
    const __m128i least = _mm_min_epu8(_mm_min_epu8(a, b), _mm_min_epu8(c, d));
    const __m128i all = _mm_or_si128(_mm_or_si128(a, b), _mm_or_si128(c, d));
    if (_mm_movemask_epi8(_mm_or_si128(all, _mm_sub_epi8(least, one))) != 0) break;
  }
#endif
  for (; end - p >= 8; p += 8) {
    std::uint64_t word;
    std::memcpy(&word, p, 8);
    constexpr std::uint64_t high = 0x8080808080808080ULL, ones = 0x0101010101010101ULL;
    if (((word | (word - ones)) & high) != 0) break; // a set top bit, or a zero byte that borrowed
  }
  return static_cast<std::size_t>(p - at);
}

unsigned byte_at(const char* p) { return static_cast<unsigned char>(*p); }

bool continues(const char* p) { return (byte_at(p) & 0xC0U) == 0x80U; }

/// The length of the sequence at `p`, or 0 when there is none.
std::size_t sequence(const char* p, std::size_t room) {
  const unsigned lead = byte_at(p);
  if (lead < 0x80U) return lead == 0 ? 0 : 1;
  if (lead < 0xC2U || lead > 0xF4U) return 0;
  if (lead < 0xE0U) return room >= 2 && continues(p + 1) ? 2 : 0;
  if (lead < 0xF0U) {
    if (room < 3 || !continues(p + 1) || !continues(p + 2)) return 0;
    const unsigned second = byte_at(p + 1);
    if ((lead == 0xE0U && second < 0xA0U) || (lead == 0xEDU && second > 0x9FU)) return 0;
    return 3;
  }
  if (room < 4 || !continues(p + 1) || !continues(p + 2) || !continues(p + 3)) return 0;
  const unsigned second = byte_at(p + 1);
  if ((lead == 0xF0U && second < 0x90U) || (lead == 0xF4U && second > 0x8FU)) return 0;
  return 4;
}

} // namespace

std::size_t first_bad_byte(std::string_view text, bool* high) {
  const char* const begin = text.data();
  const char* const end = begin + text.size();
  for (const char* p = begin; p < end;) {
    p += plain_run(p, end);
    // Byte by byte to the end of the next run of longer sequences, then in wide steps again.
    for (bool more = true; more && p < end;) {
      const std::size_t length = sequence(p, static_cast<std::size_t>(end - p));
      if (length == 0) return static_cast<std::size_t>(p - begin);
      if (length > 1 && high != nullptr) *high = true;
      p += length;
      more = length == 1 || (p < end && byte_at(p) >= 0x80U);
    }
  }
  return std::string_view::npos;
}

bool has_high_byte(std::string_view text) {
  std::uint64_t high = 0;
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t word;
    std::memcpy(&word, text.data() + at, 8);
    high |= word;
  }
  for (; at < text.size(); ++at)
    high |= static_cast<unsigned char>(text[at]);
  return (high & 0x8080808080808080ULL) != 0;
}

void append_utf8(unsigned point, std::string& out) {
  const auto later = [&](unsigned shift) { out += static_cast<char>(0x80U | ((point >> shift) & 0x3FU)); };
  if (point < 0x80U) {
    out += static_cast<char>(point);
    return;
  }
  if (point < 0x800U) {
    out += static_cast<char>(0xC0U | (point >> 6));
  } else if (point < 0x10000U) {
    out += static_cast<char>(0xE0U | (point >> 12));
    later(6);
  } else {
    out += static_cast<char>(0xF0U | (point >> 18));
    later(12);
    later(6);
  }
  later(0);
}

} // namespace joinedup
