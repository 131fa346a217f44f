#include "cli/table_text.hpp"

#include "support/catch.hpp"

using namespace joinedup;

namespace {
const TextTable table{{{"area", false}, {"n", true}, {"note", false}}, {{"Dorset", "412", "x"}, {"Ynys Môn", "9", ""}}};
}

TEST_CASE("columns are aligned by what a terminal shows and not by bytes") {
  CHECK(table_text(table, 80) == " area         n   note\n"
                                 " Dorset     412   x\n"
                                 " Ynys Môn     9\n");
}

TEST_CASE("a narrow terminal drops columns from the right and says so") {
  CHECK(table_text(table, 18) == " area         n\n"
                                 " Dorset     412\n"
                                 " Ynys Môn     9\n"
                                 " (1 more columns on a wider terminal)\n");
  CHECK(table_text(table, 3).substr(0, 6) == " area\n");
}

TEST_CASE("letters outside ASCII count once") { CHECK(display_width("Môn – 5") == 7); }
