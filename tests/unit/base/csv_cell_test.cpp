#include "base/csv_cell.hpp"
#include "support/catch.hpp"

using namespace joinedup;

static std::string cell(std::string_view text) {
  std::string out;
  append_csv_cell(out, text);
  return out;
}

TEST_CASE("a CSV cell is quoted only where it must be") {
  CHECK(cell("") == "");
  CHECK(cell("plain words") == "plain words");
  CHECK(cell("a,b") == "\"a,b\"");
  CHECK(cell("say \"hi\"") == "\"say \"\"hi\"\"\"");
  CHECK(cell("two\nlines") == "\"two\nlines\"");
}

TEST_CASE("a CSV cell that a spreadsheet would run is made harmless and numbers are left alone") {
  CHECK(cell("=1+1") == "'=1+1");
  CHECK(cell("@SUM(A1)") == "'@SUM(A1)");
  CHECK(cell("+44 20 7946") == "'+44 20 7946");
  CHECK(cell("-1") == "-1");
  CHECK(cell("-0.594") == "-0.594");
  CHECK(cell("+5") == "+5");
  CHECK(cell("=HYPERLINK(\"x\",1)") == "\"'=HYPERLINK(\"\"x\"\",1)\"");
  CHECK(cell("\tx") == "'\tx");
}

TEST_CASE("a CSV cell that starts with a full-width sign is made harmless too") {
  CHECK(cell("\xEF\xBC\x9D"
             "1+1") == "'\xEF\xBC\x9D"
                       "1+1");
  CHECK(cell("\xEF\xBC\x8B"
             "1") == "'\xEF\xBC\x8B"
                     "1");
  CHECK(cell("\xEF\xBC\x8D"
             "1") == "'\xEF\xBC\x8D"
                     "1");
  CHECK(cell("\xEF\xBC\xA0"
             "SUM(A1),x") == "\"'\xEF\xBC\xA0"
                             "SUM(A1),x\"");
  CHECK(cell("\xEF\xBC\xA1") == "\xEF\xBC\xA1"); // a full-width letter
}
