// Sums of small whole numbers are exact in any order, so a plain loop is what they are held against.
#include "estimate/drawn_sums.hpp"
#include "support/catch.hpp"

using namespace joinedup;

namespace {

template <class Count> bool agrees(std::size_t columns, std::size_t rows, std::size_t replicates, Count most) {
  NumberRows numbers(rows + 2, columns);
  for (std::size_t r = 0; r < rows + 2; ++r)
    for (std::size_t c = 0; c < columns; ++c)
      numbers(r, c) = static_cast<double>((r * 7 + c * 3) % 11) - 5;
  std::vector<std::vector<Count>> counts(replicates, std::vector<Count>(rows));
  std::vector<const Count*> starts;
  for (std::size_t b = 0; b < replicates; ++b) {
    for (std::size_t r = 0; r < rows; ++r)
      counts[b][r] = (r * 5 + b) % 4 == 3 ? most : static_cast<Count>((r + b) % 3);
    starts.push_back(counts[b].data());
  }
  std::vector<double> sums(replicates * numbers.stride(), 1);
  add_drawn_rows(numbers, 1, rows, std::span<const Count* const>(starts), sums.data());
  bool out = true;
  for (std::size_t b = 0; b < replicates; ++b)
    for (std::size_t c = 0; c < columns; ++c) {
      double sum = 1;
      for (std::size_t r = 0; r < rows; ++r)
        sum += counts[b][r] * numbers(r + 1, c);
      out = out && sums[b * numbers.stride() + c] == sum;
    }
  return out;
}

} // namespace

TEST_CASE("drawn sums are those of a plain loop, for any number of columns, rows and replicates") {
  for (const std::size_t columns : {1U, 2U, 4U, 12U, 17U})
    for (const std::size_t rows : {1U, 127U, 128U, 300U})
      for (const std::size_t replicates : {1U, 7U, 8U, 19U}) {
        INFO(columns << " " << rows << " " << replicates);
        CHECK(agrees<std::uint8_t>(columns, rows, replicates, 255));
        CHECK(agrees<std::int32_t>(columns, rows, replicates, 70000));
      }
}
