#include "definitions/fields.hpp"
#include "said.hpp"
#include "support/catch.hpp"

using namespace joinedup;

namespace {

/// Reads with `read` and gives all that was said.
template <typename Read> std::string said_of(std::string_view text, Read read) {
  return joinedup::test::said(read_definition<int>(text, "d.json", [&](Fields& fields) {
    read(fields);
    return 0;
  }));
}

} // namespace

TEST_CASE("members of every type are read") {
  const std::string text = R"({"t": "x", "n": 1.5, "i": 7, "f": true, "o": {"a": "b"}, "l": ["p", "q"], "one": "p",
    "list": [{"v": 1}, {"v": 2}], "nothing": null})";
  const std::string out = said_of(text, [](Fields& fields) {
    CHECK(fields.text("t") == "x");
    CHECK(fields.number("n") == 1.5);
    CHECK(fields.integer_if("i", 0, 10) == 7);
    CHECK(fields.flag_or("f", false));
    CHECK(fields.text_map_if("o") == std::map<std::string, std::string>{{"a", "b"}});
    CHECK(fields.texts_if("l") == std::vector<std::string>{"p", "q"});
    CHECK(fields.text_or_texts_if("one") == std::vector<std::string>{"p"});
    CHECK(fields.text_or("absent", "fallback") == "fallback");
    CHECK(fields.text_or("nothing", "fallback") == "fallback");
    CHECK_FALSE(fields.has("nothing"));
    double sum = 0;
    for (Fields& element : fields.objects("list")) {
      sum += element.number("v");
      element.done();
    }
    CHECK(sum == 3);
  });
  CHECK(out.empty());
}

TEST_CASE("wrong types are named with their place") {
  const std::string text =
      "{\"t\": 1,\n\"n\": \"x\",\n\"i\": 1.5,\n\"f\": \"yes\",\n\"o\": [],\n\"l\": [1, \"\"],\n\"a\": {}}";
  const std::string out = said_of(text, [](Fields& fields) {
    fields.text("t");
    fields.number("n");
    fields.integer_if("i", 0, 10);
    fields.flag_or("f", false);
    fields.object("o");
    fields.texts_if("l");
    fields.objects("a");
  });
  CHECK(out == "d.json:1:7: error[J504]: \"t\" is a number, expected a text\n"
               "d.json:2:6: error[J504]: \"n\" is a text, expected a number\n"
               "d.json:3:6: error[J504]: \"i\" is 1.5, expected a whole number\n"
               "d.json:4:6: error[J504]: \"f\" is a text, expected true or false\n"
               "d.json:5:6: error[J504]: \"o\" is a list, expected an object\n"
               "d.json:6:7: error[J504]: \"l[1]\" is a number, expected a text\n"
               "d.json:6:10: error[J504]: \"l[2]\" is an empty text, expected some\n"
               "d.json:7:6: error[J504]: \"a\" is an object, expected a list\n");
}

TEST_CASE("what is missing is said once and what follows from it is not") {
  const std::string out = said_of("{\n \"x\": {}}", [](Fields& fields) {
    fields.object("total").text("code");
    fields.object("x").text("code");
    fields.text("id");
  });
  CHECK(out == "d.json:1:1: error[J504]: \"total\" is missing, expected an object\n"
               "d.json:1:1: error[J504]: \"id\" is missing, expected a text\n"
               "d.json:2:7: error[J504]: \"code\" is missing, expected a text\n");
}

TEST_CASE("members that nobody asked for are faults with near names") {
  const std::string out = said_of("{\"wieght\": 1,\n\"colour\": 2}", [](Fields& fields) {
    fields.number_or("weight", 1);
    fields.text_or("label", "");
  });
  CHECK(out == "d.json:1:2: error[J502]: unknown member \"wieght\"\n"
               "  hint: did you mean weight?\n"
               "d.json:2:1: error[J502]: unknown member \"colour\"\n"
               "  hint: one of $schema, label, weight\n");
}

TEST_CASE("words and ranges are checked") {
  const std::string out = said_of("{\"a\": \"hihger\", \"b\": \"up\", \"i\": 11, \"list\": []}", [](Fields& fields) {
    CHECK(fields.word_if("a", {"higher", "lower"}).empty());
    CHECK(fields.word_if("b", {"higher", "lower"}).empty());
    CHECK_FALSE(fields.integer_if("i", 0, 10));
    fields.objects("list");
  });
  CHECK(out == "d.json:1:7: error[J506]: \"a\" is \"hihger\", expected one of higher, lower\n"
               "  hint: did you mean higher?\n"
               "d.json:1:22: error[J506]: \"b\" is \"up\", expected one of higher, lower\n"
               "d.json:1:33: error[J506]: \"i\" is 11, expected a whole number from 0 to 10\n"
               "d.json:1:45: error[J506]: \"list\" is an empty list, expected at least one object\n");
}

TEST_CASE("a definition that is no object is one fault") {
  const std::string out = said_of("[1]", [](Fields& fields) {
    fields.text("id");
    fields.object("o").text("x");
    fields.objects("list");
  });
  CHECK(out == "d.json:1:1: error[J504]: the definition is a list, expected an object\n");
}
