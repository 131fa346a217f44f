#include "base/csv_table.hpp"
#include "base/render.hpp"
#include "support/catch.hpp"

using namespace joinedup;

namespace {

std::string faults(std::string_view text) {
  const Outcome<CsvTable> table = read_csv_table(text, "t.csv");
  CHECK_FALSE(table);
  return render_text(table.diagnostics);
}

} // namespace

TEST_CASE("a table has a header and rows with the lines where they start") {
  const auto table = read_csv_table("code,name\nA,\"Upper, and\nLower\"\n\nB, Plain \n", "t.csv");
  REQUIRE(table);
  CHECK(table->header.cells == std::vector<std::string>{"code", "name"});
  REQUIRE(table->rows.size() == 2);
  CHECK(table->rows[0].cells == std::vector<std::string>{"A", "Upper, and\nLower"});
  CHECK(table->rows[0].line == 2);
  CHECK(table->rows[1].cells == std::vector<std::string>{"B", "Plain"});
  CHECK(table->rows[1].line == 5);
}

TEST_CASE("a byte order mark and carriage returns do not show in a table") {
  const auto table = read_csv_table("\xef\xbb\xbf"
                                    "a,b\r\n1,\"say \"\"yes\"\"\"\r\n,",
                                    "t.csv");
  REQUIRE(table);
  CHECK(table->header.cells == std::vector<std::string>{"a", "b"});
  REQUIRE(table->rows.size() == 2);
  CHECK(table->rows[0].cells == std::vector<std::string>{"1", "say \"yes\""});
  CHECK(table->rows[1].cells == std::vector<std::string>{"", ""});
}

TEST_CASE("columns of a table are found without regard to case") {
  const auto table = read_csv_table("Code,Name\nA,B\n", "t.csv");
  REQUIRE(table);
  CHECK(table->column("name") == 1U);
  CHECK_FALSE(table->column("area"));
  CHECK(table->where(table->rows[0], 1) == Position{"t.csv", 2, 2, "Name"});
}

TEST_CASE("an empty table is a fault") {
  CHECK(faults("\n\n") == "t.csv:1: error[J508]: the table is empty, expected a line of headings\n");
}

TEST_CASE("every ragged row of a table is named") {
  CHECK(faults("a,b\n1\n1,2\n1,2,3\n") == "t.csv:2: error[J508]: 1 cells, expected 2 as in the headings\n"
                                          "  hint: put cells that hold a comma in double quotes\n"
                                          "t.csv:4: error[J508]: 3 cells, expected 2 as in the headings\n"
                                          "  hint: put cells that hold a comma in double quotes\n");
}

TEST_CASE("a quote without end is named where it starts") {
  CHECK(faults("a,b\n1,\"open\n2,3\n") == "t.csv:2:2: error[J508]: quote without end, expected a closing quote\n"
                                          "  hint: write a quote inside a cell twice\n");
}

TEST_CASE("text after a closing quote is a fault") {
  CHECK(faults("a,b\n\"1\"x,2\n") ==
        "t.csv:2:1: error[J508]: text after a closing quote, expected a comma or the end of the line\n"
        "  hint: write a quote inside a cell twice\n");
}

TEST_CASE("headings of a table are not blank and not given twice") {
  CHECK(faults("a,,A\n") == "t.csv:1:2: error[J508]: blank heading, expected a name\n"
                            "t.csv:1:3: error[J508]: [A] heading given twice, first in column 1\n");
}

TEST_CASE("a NUL byte in a table is a fault with its line") {
  CHECK(faults(std::string_view("a,b\n1,\0\n", 8)) == "t.csv:2: error[J508]: NUL byte, expected text\n"
                                                      "  hint: save the table as CSV in UTF-8\n");
}
