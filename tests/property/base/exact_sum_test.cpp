#include "base/exact_sum.hpp"
#include "support/catch.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace joinedup;

namespace {

/// Numbers of many sizes, from 2^-110 to 2^60.
rc::Gen<double> any_term() {
  return rc::gen::map(rc::gen::pair(rc::gen::inRange<std::int64_t>(-(1LL << 53), 1LL << 53), rc::gen::inRange(-163, 8)),
                      [](const auto& p) { return std::ldexp(static_cast<double>(p.first), p.second); });
}

ExactSum sum_of(const std::vector<double>& terms) {
  ExactSum sum;
  for (const double term : terms)
    sum.add(term);
  return sum;
}

__extension__ using Int128 = __int128;

} // namespace

TEST_CASE("exact sums do not depend on order") {
  CHECK(rc::check("order", [] {
    auto terms = *rc::gen::container<std::vector<double>>(any_term());
    const ExactSum forwards = sum_of(terms);
    std::ranges::sort(terms);
    RC_ASSERT(sum_of(terms) == forwards);
    std::ranges::reverse(terms);
    RC_ASSERT(sum_of(terms) == forwards);
  }));
}

TEST_CASE("exact sums of short decimals held as whole numbers equal integer arithmetic") {
  CHECK(rc::check("integers", [] {
    // Multiples of 2^-20 up to 2^30 and their products have exact doubles: what 128-bit integers count is the truth.
    const auto wholes = *rc::gen::container<std::vector<std::pair<std::int32_t, std::uint8_t>>>(
        rc::gen::pair(rc::gen::inRange(-(1 << 26), 1 << 26), rc::gen::arbitrary<std::uint8_t>()));
    ExactSum sum;
    Int128 truth = 0;
    for (const auto& [whole, count] : wholes) {
      const double y = std::ldexp(static_cast<double>(whole), -20);
      sum.add(y * y, count);
      truth += static_cast<Int128>(whole) * whole * count;
    }
    RC_ASSERT(sum.value() == std::ldexp(static_cast<double>(truth), -40));
  }));
}

TEST_CASE("merging exact sums is associative and commutative with empty as identity") {
  CHECK(rc::check("merge", [] {
    const auto terms = rc::gen::container<std::vector<double>>(any_term());
    const ExactSum a = sum_of(*terms), b = sum_of(*terms), c = sum_of(*terms);
    const auto merged = [](ExactSum x, const ExactSum& y) {
      x.merge(y);
      return x;
    };
    RC_ASSERT(merged(a, b) == merged(b, a));
    RC_ASSERT(merged(merged(a, b), c) == merged(a, merged(b, c)));
    RC_ASSERT(merged(a, ExactSum()) == a);
    RC_ASSERT(merged(ExactSum(), a) == a);
  }));
}

TEST_CASE("adding with a count equals adding so many times") {
  CHECK(rc::check("count", [] {
    const double term = *any_term();
    const auto count = *rc::gen::inRange<std::uint64_t>(0, 50);
    ExactSum at_once, in_turn;
    at_once.add(term, count);
    for (std::uint64_t i = 0; i < count; ++i)
      in_turn.add(term);
    RC_ASSERT(at_once == in_turn);
  }));
}

TEST_CASE("a term and its opposite leave nothing in an exact sum") {
  CHECK(rc::check("opposites", [] {
    const auto terms = *rc::gen::container<std::vector<double>>(any_term());
    ExactSum sum = sum_of(terms);
    for (const double term : terms)
      sum.add(-term);
    RC_ASSERT(sum == ExactSum());
    RC_ASSERT(sum.value() == 0);
  }));
}

TEST_CASE("the value of an exact sum of two doubles is their correctly rounded sum") {
  CHECK(rc::check("two", [] {
    const double a = static_cast<double>(*rc::gen::inRange<std::int64_t>(-(1LL << 52), 1LL << 52));
    const double b = std::ldexp(static_cast<double>(*rc::gen::inRange<std::int64_t>(-(1LL << 52), 1LL << 52)), -30);
    ExactSum sum;
    sum.add(a);
    sum.add(b);
    RC_ASSERT(sum.value() == a + b);
  }));
}

TEST_CASE("subtracting an exact sum undoes merging it") {
  CHECK(rc::check("subtract", [] {
    const auto terms = rc::gen::container<std::vector<double>>(any_term());
    const ExactSum a = sum_of(*terms), b = sum_of(*terms);
    ExactSum both = a;
    both.merge(b);
    both.subtract(b);
    RC_ASSERT(both == a);
    both.subtract(a);
    RC_ASSERT(both == ExactSum());
  }));
}
