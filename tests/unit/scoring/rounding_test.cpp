#include "scoring/rounding.hpp"
#include "support/catch.hpp"

using namespace joinedup;

TEST_CASE("rounding half up judges ties on the decimal that people see") {
  CHECK(scaled_half_up(59.5, 0) == 60);
  CHECK(scaled_half_up(24.5, 0) == 25);
  CHECK(scaled_half_up(24.4999, 0) == 24);
  CHECK(scaled_half_up(1.005, 2) == 101); // the binary value lies below 1.005
  CHECK(scaled_half_up(47.04, 1) == 470);
  CHECK(scaled_half_up(47.06, 1) == 471);
  CHECK(scaled_half_up(19.55, 1) == 196);
  CHECK(scaled_half_up(-0.4, 0) == 0);
  CHECK(scaled_half_up(-1.5, 0) == -1);
  CHECK(scaled_half_up(-1.6, 0) == -2);
  CHECK(scaled_half_up(-2.5, 0) == -2);
}
