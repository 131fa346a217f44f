// Sobol indices against COINr 1.1.14 (SA_estimate on four runs of two factors) and against the closed form of the
// Ishigami function (Ishigami and Homma 1990, 10.1109/ISUMA.1990.151285).
#include "stats/sobol.hpp"

#include "stats/counted_bits.hpp"
#include "support/catch.hpp"

#include <array>
#include <cmath>

using namespace joinedup;

namespace {

double ishigami(const std::array<double, 3>& x) {
  return std::sin(x[0]) + 7 * std::sin(x[1]) * std::sin(x[1]) + 0.1 * std::pow(x[2], 4) * std::sin(x[0]);
}

std::array<double, 3> draw(std::uint32_t stream, std::uint64_t run) {
  CountedBits bits(1, stream, run);
  std::array<double, 3> x{};
  for (double& one : x)
    one = M_PI * (2 * bits.unit() - 1);
  return x;
}

} // namespace

TEST_CASE("Sobol indices of four runs are those of COINr") {
  const std::vector<double> a{1.2, 0.4, 2.2, 1.9}, b{0.7, 1.5, 2, 0.1};
  const std::vector<std::vector<double>> ab{{1, 0.9, 2.4, 1.1}, {0.8, 0.6, 1.7, 1.4}};
  const SobolIndices found = sobol_indices(a, b, ab);
  CHECK_THAT(found.variance, WithinAbs(0.614285714285714, 1e-12));
  CHECK_THAT(found.first[0], WithinAbs(0.378488372093023, 1e-12));
  CHECK_THAT(found.first[1], WithinAbs(-0.419186046511628, 1e-12));
  CHECK_THAT(found.total[0], WithinAbs(0.197383720930232, 1e-12));
  CHECK_THAT(found.total[1], WithinAbs(0.142441860465116, 1e-12));
}

TEST_CASE("Sobol indices of the Ishigami function come near its closed form") {
  constexpr std::size_t runs = 65536;
  std::vector<double> a, b;
  std::vector<std::vector<double>> ab(3);
  for (std::uint64_t r = 0; r < runs; ++r) {
    const auto x = draw(0, r), y = draw(1, r);
    a.push_back(ishigami(x));
    b.push_back(ishigami(y));
    for (std::size_t i = 0; i < 3; ++i) {
      auto mixed = x;
      mixed[i] = y[i];
      ab[i].push_back(ishigami(mixed));
    }
  }
  const SobolIndices found = sobol_indices(a, b, ab);
  CHECK_THAT(found.variance, WithinRel(13.8445879407193, 0.02));
  const std::array first{0.313905191147811, 0.442411144790041, 0.0},
      total{0.557588855209959, 0.442411144790041, 0.243683664062148};
  for (std::size_t i = 0; i < 3; ++i) { // about four standard errors of so many runs
    CHECK_THAT(found.first[i], WithinAbs(first[i], 0.025));
    CHECK_THAT(found.total[i], WithinAbs(total[i], 0.02));
  }
}

TEST_CASE("without variance there are no Sobol indices") {
  const std::vector<double> same{2, 2};
  const std::vector<std::vector<double>> mixed{{2, 2}};
  const SobolIndices found = sobol_indices(same, same, mixed);
  CHECK(std::isnan(found.first[0]));
  CHECK(std::isnan(found.total[0]));
}
