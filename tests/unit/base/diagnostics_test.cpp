#include "base/render.hpp"
#include "support/catch.hpp"

using namespace joinedup;

TEST_CASE("a diagnostic prints as place, level, code, heading, message and hint") {
  Diagnostics d;
  d.error("J203", {"broken.csv", 214, 9, "wemwbs_7"}, "quote opened here is never closed", "close it");
  CHECK(render_text(d) ==
        "broken.csv:214:9: error[J203]: [wemwbs_7] quote opened here is never closed\n  hint: close it\n");
}

TEST_CASE("only the first ten of a code are kept, all are counted, however parts are merged") {
  Diagnostics whole, first, second;
  for (std::uint64_t line = 1; line <= 30; ++line) {
    whole.warning("J401", {"a.csv", line, 1, ""}, "x");
    (line <= 7 ? first : second).warning("J401", {"a.csv", line, 1, ""}, "x");
  }
  first.merge(second);
  CHECK(first.all() == whole.all());
  CHECK(first.count("J401") == 30);
  CHECK(first.count(Severity::warning) == 30);
}

TEST_CASE("the exit code is that of the first error's class") {
  Diagnostics d;
  CHECK(exit_code(d) == 0);
  d.warning("J401", {}, "x");
  CHECK(exit_code(d) == 0);
  CHECK(exit_code(d, true) == 1);
  d.error("J501", {}, "x");
  CHECK(exit_code(d) == 4);
}

TEST_CASE("JSON quotes escape control characters") { CHECK(json_quoted("a\"\n\x01") == "\"a\\\"\\n\\u0001\""); }
