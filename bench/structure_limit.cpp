// How long it takes to read a CSV in blocks and note where its cells end, and nothing else: the limit that
// bench/peers.py holds the jobs against. Quotes are followed by their parity alone, so it is right for well-formed
// files only.
//   structure_limit FILE     seconds, cells and records on standard output
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <fcntl.h>
#include <immintrin.h>
#include <unistd.h>
#include <vector>

namespace {

constexpr std::size_t block = 256 * 1024;

[[gnu::target("avx2")]] std::uint64_t equal(__m256i low, __m256i high, char wanted) {
  const __m256i byte = _mm256_set1_epi8(wanted);
  const auto lower = static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, byte)));
  const auto upper = static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, byte)));
  return lower | static_cast<std::uint64_t>(upper) << 32;
}

struct Counts {
  std::uint64_t cells = 0, records = 0, check = 0;
};

[[gnu::target("avx2,bmi,bmi2,popcnt,pclmul")]] void scan(const char* text, std::size_t size, std::uint64_t& inside,
                                                         std::uint32_t* ends, Counts& counts) {
  std::uint32_t* const first = ends;
  for (std::size_t at = 0; at < size; at += 64) {
    const __m256i low = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text + at));
    const __m256i high = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text + at + 32));
    const std::uint64_t valid = size - at < 64 ? (std::uint64_t{1} << (size - at)) - 1 : ~std::uint64_t{0};
    const std::uint64_t quotes = equal(low, high, '"') & valid, newlines = equal(low, high, '\n') & valid;
    // The product with all ones, without carries, is the running parity.
    const __m128i parity =
        _mm_clmulepi64_si128(_mm_set_epi64x(0, static_cast<long long>(quotes)), _mm_set1_epi8(-1), 0);
    const std::uint64_t within = static_cast<std::uint64_t>(_mm_cvtsi128_si64(parity)) ^ inside;
    inside = std::uint64_t{0} - (within >> 63);
    std::uint64_t found = ((equal(low, high, ',') & valid) | newlines) & ~within;
    counts.records += static_cast<std::uint64_t>(__builtin_popcountll(newlines & ~within));
    std::uint32_t* const next = ends + __builtin_popcountll(found);
    for (; found != 0; found &= found - 1)
      *ends++ = static_cast<std::uint32_t>(at) + static_cast<std::uint32_t>(__builtin_ctzll(found));
    ends = next;
  }
  counts.cells += static_cast<std::uint64_t>(ends - first);
  if (ends != first) counts.check += ends[-1]; // so that the places are not optimised away
}

} // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::fputs("usage: structure_limit FILE\n", stderr);
    return 2;
  }
  const int file = open(arguments[1], O_RDONLY);
  if (file < 0) {
    std::perror(arguments[1]);
    return 3;
  }
  std::vector<char> text(block + 64);
  std::vector<std::uint32_t> ends(block + 64);
  Counts counts;
  std::uint64_t inside = 0;
  const auto start = std::chrono::steady_clock::now();
  for (ssize_t got = 0; (got = read(file, text.data(), block)) > 0;)
    scan(text.data(), static_cast<std::size_t>(got), inside, ends.data(), counts);
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  std::printf("%.4f,%llu,%llu,%llu\n", taken.count(), static_cast<unsigned long long>(counts.cells),
              static_cast<unsigned long long>(counts.records), static_cast<unsigned long long>(counts.check % 10));
  close(file);
}
