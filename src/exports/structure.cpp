// Well-formed text is scanned 64 bytes at a time: bit masks of delimiters, line ends and quotes, with the inside of
// quotes found as the running parity of quotes (Langdale and Lemire 2019, doi:10.1007/s00778-019-00578-5). Parity is
// right as long as every opening quote follows a separator or a quote; the first that does not, or text after a
// closing quote, hands the block to the exact walk.
#include "exports/structure.hpp"

#include "base/modern_processor.hpp"

#include <bit>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace joinedup {

namespace {

struct Masks {
  std::size_t unplain; ///< 1 where a byte is above ASCII, or NUL
  std::uint64_t delimiter, newline, quote;
};

#if defined(__SSE2__)
[[gnu::always_inline]] inline std::uint64_t equal_bits(const __m128i (&bytes)[4], char wanted) {
  const __m128i byte = _mm_set1_epi8(wanted);
  std::uint64_t bits = 0;
  for (unsigned part = 0; part < 4; ++part) {
    const auto found = static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(bytes[part], byte)));
    bits |= static_cast<std::uint64_t>(found) << (16 * part);
  }
  return bits;
}

/// Is one of the bytes above ASCII, or NUL? 1 or 0.
[[gnu::always_inline]] inline std::size_t is_unplain(const __m128i (&bytes)[4]) {
  const __m128i all = _mm_or_si128(_mm_or_si128(bytes[0], bytes[1]), _mm_or_si128(bytes[2], bytes[3]));
  const __m128i least = _mm_min_epu8(_mm_min_epu8(bytes[0], bytes[1]), _mm_min_epu8(bytes[2], bytes[3]));
  const __m128i nul = _mm_cmpeq_epi8(least, _mm_setzero_si128());
  return _mm_movemask_epi8(_mm_or_si128(all, nul)) != 0 ? 1 : 0;
}

[[gnu::always_inline]] inline Masks masks_of(const char* at, Separators separators) {
  const auto* from = reinterpret_cast<const __m128i*>(at);
  const __m128i bytes[4] = {_mm_loadu_si128(from), _mm_loadu_si128(from + 1), _mm_loadu_si128(from + 2),
                            _mm_loadu_si128(from + 3)};
  return {is_unplain(bytes), equal_bits(bytes, separators.delimiter), equal_bits(bytes, separators.newline),
          equal_bits(bytes, '"')};
}
#else
inline Masks masks_of(const char* at, Separators separators) {
  Masks masks{};
  for (unsigned bit = 0; bit < 64; ++bit) {
    masks.delimiter |= static_cast<std::uint64_t>(at[bit] == separators.delimiter) << bit;
    masks.newline |= static_cast<std::uint64_t>(at[bit] == separators.newline) << bit;
    masks.quote |= static_cast<std::uint64_t>(at[bit] == '"') << bit;
    masks.unplain |= at[bit] <= 0 ? 1U : 0U;
  }
  return masks;
}
#endif

/// Bit i of the result: is the number of bits set up to and with i odd?
[[gnu::always_inline]] inline std::uint64_t parity_of(std::uint64_t bits) {
  for (unsigned step = 1; step < 64; step *= 2)
    bits ^= bits << step;
  return bits;
}

/// Writes the positions of the bits, eight at a time: the surplus is overwritten by the next call.
[[gnu::always_inline]] inline std::uint32_t* append_bits(std::uint32_t* out, std::uint32_t base, std::uint64_t bits) {
  std::uint32_t* const end = out + std::popcount(bits);
  while (bits != 0) {
    for (unsigned i = 0; i < 8; ++i) {
      out[i] = base + static_cast<std::uint32_t>(std::countr_zero(bits));
      bits &= bits - 1;
    }
    out += 8;
  }
  return end;
}

/// The fast scan; false where the text turns out not to be well formed.
[[gnu::always_inline]] inline bool scan(std::string_view text, Separators separators, Marks& marks) {
  const char* const data = text.data();
  std::uint32_t* out = marks.at.data();
  std::uint64_t inside = 0;      // all ones where the previous byte is inside quotes
  std::uint64_t may_open = 1;    // bit 0: a quote may stand at the next byte
  std::uint64_t just_closed = 0; // bit 0: the previous byte closed a quote
  std::uint64_t lines = 0, records = 0;
  std::uint32_t* unplain = marks.unplain.data();
  for (std::size_t at = 0; at < text.size(); at += 64) {
    Masks masks = masks_of(data + at, separators);
    *unplain = static_cast<std::uint32_t>(at);
    unplain += masks.unplain;
    if (const std::size_t left = text.size() - at; left < 64) {
      const std::uint64_t valid = (std::uint64_t{1} << left) - 1;
      masks = {masks.unplain, masks.delimiter & valid, masks.newline & valid, masks.quote & valid};
    }
    const std::uint64_t separator = masks.delimiter | masks.newline, any = separator | masks.quote;
    lines += static_cast<unsigned>(std::popcount(masks.newline));
    std::uint64_t within = inside;
    if ((masks.quote | just_closed) != 0) {
      within = parity_of(masks.quote) ^ inside;
      if ((masks.quote & within & ~((any << 1) | may_open)) != 0) return false;
      const std::uint64_t closes = masks.quote & ~within;
      for (std::uint64_t odd = ((closes << 1) | just_closed) & ~any; odd != 0; odd &= odd - 1) {
        const std::size_t place = at + static_cast<std::size_t>(std::countr_zero(odd));
        if (place + 1 >= text.size() || data[place] != '\r' || data[place + 1] != separators.newline) return false;
      }
      just_closed = closes >> 63;
      inside = std::uint64_t{0} - (within >> 63);
    }
    may_open = any >> 63;
    const std::uint64_t ends = separator & ~within;
    records += static_cast<unsigned>(std::popcount(masks.newline & ~within));
    out = append_bits(out, static_cast<std::uint32_t>(at), ends);
  }
  marks.count = static_cast<std::size_t>(out - marks.at.data());
  marks.records = records;
  marks.lines = lines;
  marks.unplain_count = static_cast<std::size_t>(unplain - marks.unplain.data());
  marks.looked_for_unplain = true;
  return inside == 0;
}

bool scan_baseline(std::string_view text, Separators separators, Marks& marks) { return scan(text, separators, marks); }

#ifdef JOINEDUP_MODERN_PROCESSOR
JOINEDUP_MODERN_PROCESSOR bool scan_modern(std::string_view text, Separators separators, Marks& marks) {
  return scan(text, separators, marks);
}

bool fast_scan(std::string_view text, Separators separators, Marks& marks) {
  static const bool modern = modern_processor();
  return (modern ? scan_modern : scan_baseline)(text, separators, marks);
}
#else
bool fast_scan(std::string_view text, Separators separators, Marks& marks) {
  return scan_baseline(text, separators, marks);
}
#endif

} // namespace

void mark_cells(std::string_view text, Separators separators, Marks& marks) {
  if (marks.at.size() < text.size() + scan_padding) marks.at.resize(text.size() + scan_padding);
  marks.unplain.resize(text.size() / 64 + 2);
  marks.quote_faults.clear();
  if (!fast_scan(text, separators, marks)) walk_cells(text, separators, marks);
}

} // namespace joinedup
