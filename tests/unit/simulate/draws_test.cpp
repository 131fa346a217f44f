#include "simulate/draws.hpp"
#include "support/catch.hpp"

#include <array>
#include <cmath>

using namespace joinedup;

TEST_CASE("Draws gives the published test vector of Philox4x32-10 for counter and key zero") {
  // Random123's kat_vectors: philox4x32 10, counter and key all zero.
  Draws draws(0, Stream::person, 0);
  for (const std::uint32_t expected : {0x6627e8d5U, 0xe169c58dU, 0xbc57ac4cU, 0x9b00dbd8U}) {
    CHECK(draws.word() == expected);
  }
}

TEST_CASE("Draws of another stream, index or seed differ and repeat") {
  const std::uint32_t first = Draws(7, Stream::person, 3).word();
  CHECK(Draws(7, Stream::person, 3).word() == first);
  CHECK(Draws(7, Stream::answers, 3).word() != first);
  CHECK(Draws(7, Stream::person, 4).word() != first);
  CHECK(Draws(8, Stream::person, 3).word() != first);
  CHECK(Draws(7, Stream::person, 3 + (std::uint64_t{1} << 32)).word() != first);
}

TEST_CASE("Draws below a number stays below it and reaches every value") {
  Draws draws(1, Stream::person, 0);
  std::array<int, 7> seen{};
  for (int i = 0; i < 7000; ++i) {
    ++seen.at(draws.below(7));
  }
  for (const int count : seen) {
    CHECK_THAT(static_cast<double>(count), WithinAbs(1000, 150)); // five standard deviations
  }
}

TEST_CASE("Bell draws have mean 0 and a standard deviation of 1000") {
  double sum = 0, squares = 0, wide_sum = 0, wide_squares = 0;
  Draws draws(1, Stream::answers, 0);
  constexpr int n = 200000;
  for (int i = 0; i < n; ++i) {
    const double bell = draws.bell(), wide = draws.wide_bell();
    sum += bell;
    squares += bell * bell;
    wide_sum += wide;
    wide_squares += wide * wide;
  }
  CHECK_THAT(sum / n, WithinAbs(0, 10));
  CHECK_THAT(std::sqrt(squares / n), WithinAbs(1000, 10));
  CHECK_THAT(wide_sum / n, WithinAbs(0, 10));
  CHECK_THAT(std::sqrt(wide_squares / n), WithinAbs(1000, 10));
}
