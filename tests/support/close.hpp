// Agreement with an oracle: relative, with a small absolute allowance around zero.
#pragma once

#include "support/catch.hpp"

namespace joinedup::test {

inline void check_close(double found, double expected, double relative = 1e-8) {
  CHECK_THAT(found, WithinRel(expected, relative) || WithinAbs(expected, 1e-12));
}

} // namespace joinedup::test
