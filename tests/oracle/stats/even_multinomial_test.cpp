// Closed forms of the multinomial distribution (Johnson, Kotz and Balakrishnan 1997, Discrete Multivariate
// Distributions, chapter 35): mean n/k, variance n/k (1 - 1/k), covariance -n/k^2, no draw (1 - 1/k)^n.
#include "stats/even_multinomial.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <numeric>

using namespace joinedup;

namespace {

struct Moments {
  double square = 0, none = 0, halves = 0; ///< means over sets and cells; halves: product of two halves' deviations
};

/// Over `sets` of counts; every set must sum to `draws`.
Moments moments(std::size_t cells, std::size_t draws, std::uint64_t sets) {
  const EvenMultinomial multinomial(cells, draws);
  std::vector<std::uint8_t> counts(cells);
  const double n = static_cast<double>(draws), k = static_cast<double>(cells), all = k * static_cast<double>(sets);
  Moments out;
  bool whole = true;
  for (std::uint64_t set = 0; set < sets; ++set) {
    multinomial.draw(11, 3, set, counts);
    whole = whole && std::accumulate(counts.begin(), counts.end(), std::size_t{0}) == draws;
    double left = 0;
    for (std::size_t cell = 0; cell < cells; ++cell) {
      const double above = counts[cell] - n / k;
      out.square += above * above / all;
      out.none += counts[cell] == 0 ? 1 / all : 0;
      if (cell < cells / 2) left += above;
    }
    out.halves += left * left / static_cast<double>(sets);
  }
  CHECK(whole);
  return out;
}

} // namespace

TEST_CASE("counts of an even multinomial have its sum, variances, covariances and share of cells without a draw") {
  for (const std::size_t cells : {2U, 50U, 256U, 257U, 1000U, 5000U}) {
    INFO(cells);
    const std::size_t draws = cells - 1;
    const auto sets = static_cast<std::uint64_t>(4000000 / cells);
    const Moments of = moments(cells, draws, sets);
    const double n = static_cast<double>(draws), k = static_cast<double>(cells);
    // Four standard errors: of squares with variance up to 2 (n/k)^2, of shares, of a half's variance.
    CHECK_THAT(of.square, WithinAbs(n / k * (1 - 1 / k), 4 * std::sqrt(2 / 4e6)));
    CHECK_THAT(of.none, WithinAbs(std::pow(1 - 1 / k, n), 4 * std::sqrt(0.25 / 4e6)));
    const double half = std::floor(k / 2) / k;
    CHECK_THAT(of.halves, WithinRel(n * half * (1 - half), 4 * std::sqrt(2.0 / static_cast<double>(sets))));
  }
}

TEST_CASE("few draws among many cells are drawn too") {
  const Moments of = moments(5000, 100, 500);
  CHECK_THAT(of.none, WithinAbs(std::pow(1 - 1.0 / 5000, 100), 1e-4));
}

TEST_CASE("counts follow from seed, stream and index alone") {
  const EvenMultinomial multinomial(1000, 999);
  const auto drawn = [&](std::uint64_t seed, std::uint32_t stream, std::uint64_t index) {
    std::vector<std::uint8_t> out(1000, 9);
    multinomial.draw(seed, stream, index, out);
    return out;
  };
  CHECK(drawn(1, 2, 3) == drawn(1, 2, 3));
  CHECK(drawn(1, 2, 3) != drawn(1, 2, 4));
  CHECK(drawn(1, 2, 3) != drawn(1, 3, 3));
  CHECK(drawn(1, 2, 3) != drawn(2, 2, 3));
}
