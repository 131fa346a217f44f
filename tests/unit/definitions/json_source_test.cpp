#include "definitions/json_source.hpp"
#include "said.hpp"
#include "support/catch.hpp"

using namespace joinedup;
using joinedup::test::said;

namespace {

std::string syntax(std::string_view text) { return said(parse_json(text, "d.json")); }

} // namespace

TEST_CASE("every value of a definition has its line and character column") {
  const auto source = parse_json("{\n  \"caf\xc3\xa9\": \"\xc3\xa9\", \"list\": [1,\n   {\"x\": true}]\n}\n", "d.json");
  REQUIRE(source);
  const std::size_t list = source->member(0, "list");
  CHECK(source->where(0) == Position{"d.json", 1, 1, ""});
  CHECK(source->where(source->member(0, "caf\xc3\xa9")) == Position{"d.json", 2, 11, ""});
  CHECK(source->key_where(list) == Position{"d.json", 2, 16, ""});
  CHECK(source->where(list) == Position{"d.json", 2, 24, ""});
  const std::size_t object = source->element(list, 1);
  CHECK(source->where(object) == Position{"d.json", 3, 4, ""});
  CHECK(source->where(source->member(object, "x")) == Position{"d.json", 3, 10, ""});
  CHECK(source->member(object, "y") == 0);
  CHECK(source->element(list, 2) == 0);
}

TEST_CASE("a byte order mark does not move columns of a definition") {
  const auto source = parse_json("\xef\xbb\xbf[7]", "d.json");
  REQUIRE(source);
  CHECK(source->where(source->element(0, 0)) == Position{"d.json", 1, 2, ""});
  CHECK(source->root()[0] == 7);
}

TEST_CASE("escapes in member names are read") {
  const auto source = parse_json(R"({"a\u0062\n": 1})", "d.json");
  REQUIRE(source);
  CHECK(source->member(0, "ab\n") == 1);
}

TEST_CASE("faults of syntax say what was expected and where") {
  CHECK(syntax("") == "d.json:1:1: error[J501]: the end of the text, expected a value\n");
  CHECK(syntax("{\"a\": 1,\n }") == "d.json:2:2: error[J501]: '}', expected a member name in double quotes\n"
                                    "  hint: take away the comma before }\n");
  CHECK(syntax("{\"a\" 1}") == "d.json:1:6: error[J501]: '1', expected a colon after the member name\n");
  CHECK(syntax("{\"a\": 1 \"b\": 2}") == "d.json:1:9: error[J501]: '\"', expected a comma or } after this member\n");
  CHECK(syntax("[1, 2") == "d.json:1:6: error[J501]: the end of the text, expected a comma or ] after this value\n");
  CHECK(syntax("[1,]") == "d.json:1:4: error[J501]: ']', expected another value\n"
                          "  hint: take away the comma before ]\n");
  CHECK(syntax("{} {}") == "d.json:1:4: error[J501]: more text after the end of the definition, expected nothing\n");
}

TEST_CASE("slips from other notations are recognised in a definition") {
  CHECK(syntax("{'a': 1}") == "d.json:1:2: error[J501]: ''', expected a member name in double quotes\n");
  CHECK(syntax("[ // no\n1]") == "d.json:1:3: error[J501]: '/', expected a value\n  hint: JSON has no comments\n");
  CHECK(syntax("['a']") == "d.json:1:2: error[J501]: ''', expected a value\n  hint: texts stand in double quotes\n");
  CHECK(syntax("[.5]") == "d.json:1:2: error[J501]: '.', expected a value\n  hint: write 0.5, not .5\n");
  CHECK(syntax("[1.]") == "d.json:1:4: error[J501]: ']', expected a digit\n");
  CHECK(syntax("[007]") == "d.json:1:2: error[J501]: number with a leading zero, expected none\n"
                           "  hint: put a code such as 01 in double quotes\n");
  CHECK(syntax("[True]") == "d.json:1:2: error[J501]: 'T', expected a value\n");
  CHECK(syntax("[1e999]") == "d.json:1:2: error[J501]: number outside the range of a double\n");
}

TEST_CASE("faults inside texts of a definition are named") {
  CHECK(syntax("[\"a\nb\"]") == "d.json:1:4: error[J501]: line break inside a text, expected a closing quote\n"
                                "  hint: write it as \\n\n");
  CHECK(syntax("[\"a") == "d.json:1:4: error[J501]: the end of the text, expected a closing quote\n");
  CHECK(syntax("[\"C:\\data\"]") == "d.json:1:6: error[J501]: 'd', expected an escape of JSON after \\\n"
                                    "  hint: write a backslash as \\\\\n");
  CHECK(syntax("[\"\\u12g4\"]") == "d.json:1:7: error[J501]: 'g', expected four hexadecimal digits after \\u\n");
  CHECK(syntax("[\"\x01\"]") ==
        "d.json:1:3: error[J501]: a control character, expected a text without control characters\n");
  CHECK(syntax("[1, \"\xff\"]") == "d.json:1:6: error[J501]: a text that is not valid UTF-8, expected UTF-8\n"
                                   "  hint: save the file as UTF-8\n");
}

TEST_CASE("a definition nested without end is refused") {
  CHECK(syntax(std::string(100000, '[')) == "d.json:1:66: error[J501]: nested more than 64 deep\n");
}

TEST_CASE("a member given twice is a fault that names both") {
  const auto source = parse_json("{\"a\": 1,\n \"a\": 2}", "d.json");
  REQUIRE(source);
  CHECK(render_text(source.diagnostics) == "d.json:2:2: error[J502]: member \"a\" is given twice, first in line 1\n"
                                           "  hint: keep one of them\n");
  CHECK(source->root()["a"] == 2);
  CHECK(source->where(source->member(0, "a")).line == 2);
}

TEST_CASE("a text is found where the member holds it, alone or in a list or deeper") {
  const auto source = parse_json("{\"index\": \"balanced\",\n \"area\": {\"column\": \"a\",\n  \"geography\": \"b\"},\n"
                                 " \"instrument\": [\"a\", \"c\"]}",
                                 "s.json");
  REQUIRE(source);
  const auto place = [&](const std::string& member, const std::string& text) {
    const Position where = place_of_text(*source, member, text);
    return std::pair(where.line, where.column);
  };
  CHECK(place("index", "balanced") == std::pair<std::uint64_t, std::uint32_t>(1, 11));
  CHECK(place("area", "b") == std::pair<std::uint64_t, std::uint32_t>(3, 16));
  CHECK(place("instrument", "c") == std::pair<std::uint64_t, std::uint32_t>(4, 22));
  CHECK(place("instrument", "d") == std::pair<std::uint64_t, std::uint32_t>(0, 0));
  CHECK(place("wave", "a") == std::pair<std::uint64_t, std::uint32_t>(0, 0));
}
