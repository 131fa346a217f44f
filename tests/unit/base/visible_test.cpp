#include "base/render.hpp"
#include "base/visible.hpp"
#include "support/catch.hpp"

using namespace joinedup;

TEST_CASE("what steers a terminal is written out and the rest stays") {
  CHECK(visible("plain text, line\nand\ttab") == "plain text, line\nand\ttab");
  CHECK(visible("Yst\xC3\xA2\xC5\xB5yth \xE2\x80\x98quoted\xE2\x80\x99 \xF0\x9F\x99\x82") ==
        "Yst\xC3\xA2\xC5\xB5yth \xE2\x80\x98quoted\xE2\x80\x99 \xF0\x9F\x99\x82");
  CHECK(visible("\x1b[31mred\x1b[0m") == "\\x1b[31mred\\x1b[0m");
  CHECK(visible(std::string_view("a\0b\r\x7f", 5)) == "a\\x00b\\x0d\\x7f");
  CHECK(visible("\xC2\x9B"
                "31m \xC2\x85 \xC2\xA0") == "\\x9b31m \\x85 \xC2\xA0"); // C1, and a space that stays
}

TEST_CASE("marks of direction and line separators are written out") {
  CHECK(visible("\xE2\x80\xAE"
                "cod \xE2\x81\xA6x\xE2\x81\xA9 \xE2\x80\x8F \xE2\x80\xA8") ==
        "\\u202ecod \\u2066x\\u2069 \\u200f \\u2028");
  CHECK(visible("\xD8\x9C") == "\\u061c");
}

TEST_CASE("JSON escapes what steers a terminal and means the same") {
  CHECK(json_quoted("plain \"text\"\n\x1b") == R"("plain \"text\"\n\u001b")");
  CHECK(json_quoted("a\x7f \xC2\x9B \xE2\x80\xA8 \xE2\x80\xA9 \xE2\x80\xAE") ==
        R"("a\u007f \u009b \u2028 \u2029 \u202e")");
  CHECK(json_quoted("\xC5\xB5y \xF0\x9F\x99\x82 \xC2\xA0") == "\"\xC5\xB5y \xF0\x9F\x99\x82 \xC2\xA0\"");
  CHECK(visible_json("{\n\t\"\xE2\x80\xA8\": 1}\n") == "{\n\t\"\\u2028\": 1}\n");
  CHECK(visible_json("caf\xE9") == "caf\xE9");
}

TEST_CASE("bytes that are no text are written out one by one") {
  CHECK(visible("\x9b"
                "31m") == "\\x9b31m");
  CHECK(visible("caf\xE9") == "caf\\xe9");
  CHECK(visible("\xE2\x80") == "\\xe2\\x80");
  CHECK(visible("\xC0\xAF") == "\\xc0\\xaf");
}

TEST_CASE("a message shows its file, heading, words and hint without steering the terminal") {
  Diagnostics found;
  found.warning("J101", {"\x1b]0;x\x07.csv", 2, 0, "a\x1b[2J"}, "the cell \"\xE2\x80\xAE\"", "see \x1b[1m");
  CHECK(render_text(found) == "\\x1b]0;x\\x07.csv:2: warning[J101]: [a\\x1b[2J] the cell \"\\u202e\"\n"
                              "  hint: see \\x1b[1m\n");
  CHECK(render_text(found, true).starts_with("\\x1b]0;x\\x07.csv:2: \x1b[1;33mwarning\x1b[0m[J101]"));
}
