#include "estimate/drawn_sums.hpp"

#include <algorithm>
#include <cstring>

namespace joinedup {

namespace {

constexpr std::size_t width = 4, beside = 8, tile = 128; // what stays in registers and in cache
using Four [[gnu::vector_size(sizeof(double) * width)]] = double;

/// Up to `tile` rows for `beside` replicates, four numbers of each row at a time.
[[gnu::always_inline]] inline void add_tile(const double* rows, std::size_t n, std::size_t stride,
                                            const double (&times)[beside][tile], double* sums) {
  for (std::size_t column = 0; column < stride; column += width) {
    Four sum[beside];
    for (std::size_t b = 0; b < beside; ++b)
      std::memcpy(&sum[b], sums + b * stride + column, sizeof(Four));
    for (std::size_t row = 0; row < n; ++row) {
      Four number;
      std::memcpy(&number, rows + row * stride + column, sizeof number);
      for (std::size_t b = 0; b < beside; ++b)
        sum[b] += times[b][row] * number;
    }
    for (std::size_t b = 0; b < beside; ++b)
      std::memcpy(sums + b * stride + column, &sum[b], sizeof(Four));
  }
}

/// By way of int: processors widen bytes to that in one step.
template <class Count>
[[gnu::always_inline]] inline void to_doubles(const Count* counts, std::size_t n, double (&out)[tile]) {
  int wide[tile];
  for (std::size_t i = 0; i < n; ++i)
    wide[i] = counts[i];
  for (std::size_t i = 0; i < n; ++i)
    out[i] = wide[i];
}

template <class Count>
[[gnu::always_inline]] inline void add_all(const NumberRows& rows, std::size_t first, std::size_t n,
                                           std::span<const Count* const> counts, double* sums) {
  double times[beside][tile] = {};
  std::vector<double> last; // the replicates that fill no group of `beside`
  for (std::size_t at = 0; at < n; at += tile) {
    const std::size_t here = std::min(tile, n - at);
    for (std::size_t group = 0; group < counts.size(); group += beside) {
      const std::size_t some = std::min(beside, counts.size() - group);
      for (std::size_t b = 0; b < some; ++b)
        to_doubles(counts[group + b] + at, here, times[b]);
      double* const to = sums + group * rows.stride();
      if (some == beside) {
        add_tile(rows.row(first + at), here, rows.stride(), times, to);
        continue;
      }
      last.assign(beside * rows.stride(), 0);
      std::copy_n(to, some * rows.stride(), last.begin());
      add_tile(rows.row(first + at), here, rows.stride(), times, last.data());
      std::copy_n(last.begin(), some * rows.stride(), to);
    }
  }
}

#if defined(__x86_64__) && defined(__GNUC__)
// Without fused products, which round once where others round twice.
template <class Count>
[[gnu::target("avx2")]] void add_wide(const NumberRows& rows, std::size_t first, std::size_t n,
                                      std::span<const Count* const> counts, double* sums) {
  add_all(rows, first, n, counts, sums);
}
bool is_wide() {
  static const bool wide = __builtin_cpu_supports("avx2") != 0;
  return wide;
}
#else
template <class Count>
void add_wide(const NumberRows& rows, std::size_t first, std::size_t n, std::span<const Count* const> counts,
              double* sums) {
  add_all(rows, first, n, counts, sums);
}
bool is_wide() { return false; }
#endif

template <class Count>
void add(const NumberRows& rows, std::size_t first, std::size_t n, std::span<const Count* const> counts, double* sums) {
  if (is_wide())
    add_wide(rows, first, n, counts, sums);
  else
    add_all(rows, first, n, counts, sums);
}

} // namespace

NumberRows::NumberRows(std::size_t rows, std::size_t columns)
    : stride_((columns + width - 1) / width * width), numbers_(rows * stride_, 0.0) {}

void add_drawn_rows(const NumberRows& rows, std::size_t first, std::size_t n,
                    std::span<const std::uint8_t* const> counts, double* sums) {
  add(rows, first, n, counts, sums);
}

void add_drawn_rows(const NumberRows& rows, std::size_t first, std::size_t n,
                    std::span<const std::int32_t* const> counts, double* sums) {
  add(rows, first, n, counts, sums);
}

} // namespace joinedup
