#include "stats/counted_bits.hpp"
#include "stats/joint_normal.hpp"
#include "support/catch.hpp"

#include <vector>

using namespace joinedup;

TEST_CASE("counted bits are Philox4x32-10, whose published first block at zero they give") {
  CountedBits bits(0, 0, 0);
  CHECK(bits() == 0x6627e8d5U);
  CHECK(bits() == 0xe169c58dU);
  CHECK(bits() == 0xbc57ac4cU);
  CHECK(bits() == 0x9b00dbd8U);
}

TEST_CASE("draws of means have the covariance asked for, also where it is singular") {
  const std::vector<double> covariance{4, 2, 0, 2, 1, 0, 0, 0, 0}; // the second is half the first, the third is fixed
  const JointNormal normal(covariance, 3);
  constexpr std::size_t draws = 20000;
  double xx = 0, sum = 0;
  for (std::uint64_t r = 0; r < draws; ++r) {
    CountedBits bits(7, 1, r);
    std::vector<double> x{10, 20, 30};
    normal.add_draw(bits, x);
    CHECK_THAT(x[1] - 20, WithinAbs((x[0] - 10) / 2, 1e-6));
    CHECK(x[2] == 30);
    sum += x[0] - 10;
    xx += (x[0] - 10) * (x[0] - 10);
  }
  CHECK_THAT(sum / draws, WithinAbs(0, 0.06)); // four standard errors: 2 / sqrt 20000 each
  CHECK_THAT(xx / draws, WithinAbs(4, 0.16));
}

TEST_CASE("Dirichlet weights sum to 1, keep what weighs nothing at 0 and have the shares as means") {
  const std::vector<double> shares{0.5, 0.3, 0.2, 0};
  std::vector<double> mean(4, 0), one(4);
  constexpr std::size_t draws = 20000;
  for (std::uint64_t r = 0; r < draws; ++r) {
    CountedBits bits(7, 2, r);
    draw_dirichlet(bits, shares, 20, one);
    CHECK_THAT(one[0] + one[1] + one[2], WithinAbs(1, 1e-12));
    CHECK(one[3] == 0);
    for (std::size_t k = 0; k < 4; ++k)
      mean[k] += one[k] / draws;
  }
  for (std::size_t k = 0; k < 4; ++k) // SD of a share: sqrt(0.25 / 21) at most
    CHECK_THAT(mean[k], WithinAbs(shares[k], 0.004));
}
