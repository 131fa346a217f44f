// Sums over rows of numbers, each row times how often it was drawn, for several replicates at once: the rows are read
// from memory once for all of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace joinedup {

/// Rows of equally many numbers, filled up with zeros to whole groups of four.
class NumberRows {
public:
  NumberRows(std::size_t rows, std::size_t columns);
  std::size_t stride() const { return stride_; }
  double& operator()(std::size_t row, std::size_t column) { return numbers_[row * stride_ + column]; }
  const double* row(std::size_t row) const { return numbers_.data() + row * stride_; }

private:
  std::size_t stride_;
  std::vector<double> numbers_;
};

/// Adds to `sums` ([replicate][stride]) rows first to first + n, times their counts in each replicate. `counts`: a
/// pointer to that of the first row for each of them. A product and a sum of doubles for each number, in the order of
/// the rows, on every processor: so digits do not depend on it.
void add_drawn_rows(const NumberRows& rows, std::size_t first, std::size_t n,
                    std::span<const std::uint8_t* const> counts, double* sums);
void add_drawn_rows(const NumberRows& rows, std::size_t first, std::size_t n,
                    std::span<const std::int32_t* const> counts, double* sums);

} // namespace joinedup
