#include "support/catch.hpp"
#include "support/csv_agreement.hpp"

#include <rapidcheck.h>

using namespace joinedup;
using namespace joinedup::testing;

namespace {

/// Pieces of delimited text, well formed and not; ~ stands for the delimiter.
const std::vector<std::string> pieces = {"1",
                                         "22",
                                         "abc",
                                         "caf\xC3\xA9",
                                         "~",
                                         "~",
                                         "~",
                                         "\n",
                                         "\n",
                                         "\r\n",
                                         " ",
                                         "\"",
                                         "\"\"",
                                         "\"x\"",
                                         "\"a~b\"",
                                         "\"two\nlines\"",
                                         "\"say \"\"hi\"\"\"",
                                         "~\"q\"~",
                                         "1~2~3\n",
                                         "1~2~3\r\n",
                                         "\"1\"~\"2\"~\"3\"\n",
                                         "~~\n",
                                         "\n\n",
                                         " \"s\" ~",
                                         "\t",
                                         "'",
                                         "\r",
                                         "\"\"~",
                                         "x\"y",
                                         "\"z\"w",
                                         "\xE2\x80\x9C"
                                         "curly\xE2\x80\x9D"};

std::string body_of(const std::vector<std::string>& parts, char delimiter) {
  std::string out;
  for (const std::string& part : parts) {
    for (const char c : part)
      out += c == '~' ? delimiter : c;
  }
  return out;
}

bool holds_for_random_bodies(char delimiter) {
  return rc::check("the fast reader agrees with the naive one", [delimiter] {
    const auto parts = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces));
    const std::string fault = broken_law(body_of(parts, delimiter), delimiter);
    if (!fault.empty()) RC_FAIL(fault);
  });
}

} // namespace

TEST_CASE("comma separated text is read as the naive reader reads it whatever the threads and blocks") {
  CHECK(holds_for_random_bodies(','));
}

TEST_CASE("tab and semicolon separated text is read as the naive reader reads it") {
  CHECK(holds_for_random_bodies('\t'));
  CHECK(holds_for_random_bodies(';'));
}

TEST_CASE("long well formed text takes the fast path and agrees too") {
  const bool holds = rc::check("many records", [] {
    std::string body;
    const auto cells = *rc::gen::container<std::vector<std::string>>(
        300, rc::gen::element<std::string>("1", "", "23", "\"a,b\"", "\"\"", "\"x\"\"y\"", "word", "\"l1\nl2\"",
                                           "\xC5\xB7"));
    for (std::size_t k = 0; k + 2 < cells.size(); k += 3)
      body += cells[k] + "," + cells[k + 1] + "," + cells[k + 2] + (k % 2 == 0 ? "\n" : "\r\n");
    const std::string fault = broken_law(body, ',');
    if (!fault.empty()) RC_FAIL(fault);
  });
  CHECK(holds);
}
