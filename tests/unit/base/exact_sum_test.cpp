#include "base/exact_sum.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <limits>

using namespace joinedup;

namespace {
double sum_of(std::initializer_list<double> terms) {
  ExactSum sum;
  for (const double term : terms)
    sum.add(term);
  return sum.value();
}
} // namespace

TEST_CASE("an exact sum keeps what doubles lose") {
  CHECK(sum_of({1e16, 1, -1e16}) == 1);
  CHECK(sum_of({0x1p90, 0x1p-96, -0x1p90}) == 0x1p-96);
  CHECK(sum_of({0.1, 0.2, -0.3}) == 0x1p-55); // the three doubles lie that far from 0.1 + 0.2 = 0.3
}

TEST_CASE("an exact sum of nothing and of zeros is zero") {
  CHECK(ExactSum().value() == 0);
  CHECK(sum_of({0.0, -0.0}) == 0);
  CHECK_FALSE(std::signbit(sum_of({-0.0})));
  CHECK(sum_of({2.5, -2.5}) == 0);
}

TEST_CASE("an exact sum gives back a single term of any size in range") {
  for (const double term : {1.0, -1.0, 0x1.8p-90, -7.25e27, 0x1.fffffffffffffp93, -0x1.fffffffffffffp94, 0x1p-96,
                            0x1.8p-43, -0x1.0000000000001p-44, 123456789.123456789}) {
    CHECK(sum_of({term}) == term);
  }
}

TEST_CASE("an exact sum rounds a tiny term once to a multiple of 2 to the minus 96 with ties to even") {
  CHECK(sum_of({0x1p-97}) == 0);         // half of a unit: to the even neighbour 0
  CHECK(sum_of({0x1.8p-96}) == 0x1p-95); // one and a half: to 2
  CHECK(sum_of({0x1.4p-95}) == 0x1p-95); // two and a half: to 2
  CHECK(sum_of({0x1.8p-97}) == 0x1p-96); // three quarters
  CHECK(sum_of({-0x1.8p-97}) == -0x1p-96);
  CHECK(sum_of({1e-300, std::numeric_limits<double>::denorm_min()}) == 0);
}

TEST_CASE("the value of an exact sum is rounded once to nearest with ties to even") {
  CHECK(sum_of({1.0, 0x1p-53}) == 1.0);
  CHECK(sum_of({1.0, 0x1p-53, 0x1p-90}) == 1.0 + 0x1p-52);
  CHECK(sum_of({1.0 + 0x1p-52, 0x1p-53}) == 1.0 + 0x1p-51);
  CHECK(sum_of({-1.0, -0x1p-53, -0x1p-90}) == -1.0 - 0x1p-52);
  CHECK(sum_of({0x1p80, 0x1p27, 0x1p-96}) == 0x1p80 + 0x1p28);
}

TEST_CASE("a term counted many times is its exact multiple") {
  ExactSum sum;
  sum.add(0.1, 1'000'000'000'000ULL);
  // 10^12 times the double 0.1 = 10^11 + 10^12 * 2^-54 * 0.1 ..., nearest double 10^11
  CHECK(sum.value() == 1e11);
  sum.add(-1e11);
  CHECK_THAT(sum.value(), WithinRel(5.551115123125783e-06, 1e-15)); // 10^12 * 5.551115123125783e-18
  ExactSum none;
  none.add(5, 0);
  CHECK(none == ExactSum());
  ExactSum negative;
  negative.add(-3, std::numeric_limits<std::uint64_t>::max());
  CHECK(negative.value() == -3 * 0x1p64);
}

TEST_CASE("leaving the range of an exact sum or a term that is no number is reported") {
  ExactSum sum;
  sum.add(0x1p94);
  CHECK_FALSE(sum.overflowed());
  sum.add(0x1p94);
  CHECK(sum.overflowed());
  CHECK(std::isnan(sum.value()));
  for (const double term : {0x1p95, -0x1p200, std::numeric_limits<double>::infinity(), std::nan("")}) {
    ExactSum other;
    other.add(term);
    CHECK(other.overflowed());
    ExactSum merged;
    merged.merge(other);
    CHECK(merged.overflowed());
  }
  ExactSum many;
  many.add(0x1p40, std::uint64_t{1} << 60);
  CHECK(many.overflowed());
  ExactSum a, b;
  a.add(-0x1.8p94);
  b.add(-0x1.8p94);
  a.merge(b);
  CHECK(a.overflowed());
}
