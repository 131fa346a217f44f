// A partial is untrusted: whatever its bytes are it is refused, or it is what was written.
#include "support/catch.hpp"
#include "support/partial_runs.hpp"

#include <rapidcheck.h>

using namespace joinedup;
using namespace joinedup::test;

TEST_CASE("an undamaged partial is taken") { CHECK_FALSE(is_refused(some_partial())); }

TEST_CASE("whatever is changed, cut off or added, a partial is refused") {
  CHECK(rc::check("damage", [] {
    std::string bytes = some_partial();
    const std::size_t at = *rc::gen::inRange<std::size_t>(0, bytes.size());
    switch (*rc::gen::inRange(0, 4)) {
    case 0:
      bytes[at] = static_cast<char>(bytes[at] ^ *rc::gen::inRange(1, 256));
      break;
    case 1:
      bytes.resize(at);
      break;
    case 2:
      bytes.insert(at, 1, static_cast<char>(*rc::gen::inRange(0, 256)));
      break;
    default:
      bytes.erase(at, *rc::gen::inRange<std::size_t>(1, 50));
    }
    if (bytes != some_partial()) RC_ASSERT(is_refused(bytes));
  }));
}

TEST_CASE("damage that is signed anew does not crash") {
  CHECK(rc::check("signed damage", [] {
    std::string bytes = some_partial();
    const std::size_t body = bytes.find('\n', bytes.find('\n') + 1) + 1;
    const int changes = *rc::gen::inRange(1, 4);
    for (int k = 0; k < changes; ++k) {
      const std::size_t at = *rc::gen::inRange<std::size_t>(body, bytes.size() - 65);
      bytes[at] = static_cast<char>(*rc::gen::inRange(0, 256));
    }
    static_cast<void>(is_refused(signed_again(bytes)));
  }));
}
