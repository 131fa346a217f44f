#include "base/pack.hpp"
#include "support/catch.hpp"

#include <rapidcheck.h>

using namespace joinedup;

TEST_CASE("no text or number is packed in two ways, and lists are no longer than their bytes") {
  CHECK(rc::check("round trip", [](const std::vector<std::uint64_t>& numbers, const std::vector<std::string>& texts,
                                   double real, bool flag) {
    PackWriter out;
    auto n = numbers;
    auto t = texts;
    auto r = real;
    auto f = flag;
    out.numbers(n);
    out.texts(t);
    out.real(r);
    out.flag(f);
    n.clear();
    t.clear();
    PackReader in(out.bytes());
    in.numbers(n);
    in.texts(t);
    in.real(r);
    in.flag(f);
    RC_ASSERT(in.at_end());
    RC_ASSERT(n == numbers);
    RC_ASSERT(t == texts);
    RC_ASSERT(f == flag);
    PackWriter again;
    again.numbers(n);
    again.texts(t);
    again.real(r);
    again.flag(f);
    RC_ASSERT(again.bytes() == out.bytes());
  }));
  const auto refused = [](std::string_view bytes) {
    PackReader in(bytes);
    std::vector<std::uint64_t> list;
    in.numbers(list);
    return !in.ok() && list.empty();
  };
  CHECK(refused(std::string_view("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", 10))); // 2^64 - 1 entries
  CHECK(refused(std::string_view("\x03\x01\x02", 3)));                              // three, and two are there
  CHECK(refused(std::string_view("\x81\x00\x05", 3)));                              // 1 written as two bytes
  CHECK(refused(std::string_view("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x02", 10))); // more than 64 bits
  CHECK(refused(""));
}
