#include "cli/spool.hpp"

#include "support/catch.hpp"

#include <rapidcheck.h>

using namespace joinedup;

TEST_CASE("a spool gives back what was written in order") {
  const bool holds = rc::check([](const std::vector<std::string>& pieces) {
    Spool spool;
    std::string wanted, got;
    for (const std::string& piece : pieces) {
      spool.write(piece);
      wanted += piece;
    }
    spool.release([&](std::string_view text) { got += text; });
    RC_ASSERT(got == wanted);
  });
  CHECK(holds);
}

TEST_CASE("a spool larger than its memory gives back what was written") {
  Spool spool;
  std::string wanted, got;
  for (int i = 0; i < 20; ++i) {
    const std::string piece(1024 * 1024 + static_cast<std::size_t>(i), static_cast<char>('a' + i));
    spool.write(piece);
    wanted += piece;
  }
  spool.release([&](std::string_view text) { got += text; });
  CHECK(got == wanted);
}
