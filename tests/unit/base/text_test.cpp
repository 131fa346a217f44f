#include "base/text.hpp"
#include "support/catch.hpp"

using namespace joinedup;

TEST_CASE("fixed rounds halves away from zero on the decimal that people see") {
  CHECK(fixed(0.0005, 3) == "0.001");
  CHECK(fixed(-0.0005, 3) == "-0.001");
  CHECK(fixed(0.15, 1) == "0.2");
  CHECK(fixed(2.5, 0) == "3");
  CHECK(fixed(9.995, 2) == "10.00");
  CHECK(fixed(-0.0001, 3) == "0.000");
  CHECK(fixed(12, 1) == "12.0");
}

TEST_CASE("shortest prints what reads back and no negative zero") {
  CHECK(shortest(0.1) == "0.1");
  CHECK(shortest(-0.0) == "0");
  CHECK(*parse_number(shortest(1.0 / 3)) == 1.0 / 3);
}

TEST_CASE("a number is the whole text or nothing") {
  CHECK(parse_number("+1.5") == 1.5);
  CHECK_FALSE(parse_number("1.5x"));
  CHECK_FALSE(parse_number(""));
  CHECK_FALSE(parse_number("nan"));
  CHECK_FALSE(parse_number("+-1"));
  CHECK(parse_whole("18446744073709551615") == 18446744073709551615ULL);
  CHECK_FALSE(parse_whole("-1"));
}

TEST_CASE("thousands are marked by commas") {
  CHECK(with_thousands(0) == "0");
  CHECK(with_thousands(999) == "999");
  CHECK(with_thousands(41280) == "41,280");
  CHECK(with_thousands(1234567) == "1,234,567");
}
