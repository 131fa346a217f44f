#include "base/exact_sum.hpp"
#include "base/pack.hpp"
#include "support/catch.hpp"

#include <string>

using namespace joinedup;
using namespace std::string_literals;

TEST_CASE("whole numbers are packed as LEB128, doubles and words lowest byte first") {
  PackWriter out;
  std::uint64_t number = 624485; // the example of the DWARF standard (LEB128, appendix C)
  out.whole(number);
  CHECK(out.bytes() == "\xE5\x8E\x26"s);
  double one = 1; // IEEE 754: 0x3FF0000000000000
  out.real(one);
  CHECK(out.bytes() == "\xE5\x8E\x26"s + std::string(6, '\0') + "\xF0\x3F"s);
  std::string text = "ab";
  out.text(text);
  CHECK(out.bytes().substr(11) == "\x02"
                                  "ab"s);
}

TEST_CASE("a sum is packed as three limbs of multiples of 2^-96") {
  ExactSum sum;
  sum.add(-1); // -2^96: the middle limb is -2^32, the highest -1
  PackWriter out;
  sum.pack(out);
  CHECK(out.bytes().size() == ExactSum::packed_bytes);
  CHECK(out.bytes() == "\0"s + std::string(8, '\0') + "\0\0\0\0\xFF\xFF\xFF\xFF"s + std::string(8, '\xFF'));
  ExactSum again;
  PackReader in(out.bytes());
  again.pack(in);
  CHECK(in.at_end());
  CHECK(again == sum);
  CHECK(again.value() == -1);
}

TEST_CASE("what cannot be ends the reading, and all after it is empty") {
  const auto after = [](std::string_view bytes, auto first) {
    PackReader in(bytes);
    first(in);
    std::uint64_t number = 7;
    in.whole(number);
    return !in.ok() && number == 0;
  };
  CHECK(after("\x02\x01", [](Pack& in) {
    bool flag = true;
    in.flag(flag); // 2 is neither
    CHECK_FALSE(flag);
  }));
  CHECK(after("\x90\x4e\x01", [](Pack& in) {
    std::uint8_t small = 1;
    in.number(small); // 10,000 does not fit
    CHECK(small == 0);
  }));
  CHECK(after("\x05"
              "abc",
              [](Pack& in) {
                std::string text = "x";
                in.text(text); // five bytes, and three are there
                CHECK(text.empty());
              }));
  CHECK(after(std::string_view("\x02\x01"
                               "b\x01\x01"
                               "a\x01\x01",
                               8),
              [](Pack& in) {
                std::map<std::string, std::uint64_t> map;
                in.map(map, [&](std::uint64_t& n) { in.whole(n); }); // b before a
              }));
}
